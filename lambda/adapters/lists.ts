import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Lists, ParkedSelection } from '../actions/ports';
import { readAll, settingsIn } from './dynamodb';
import { recordKey, recordOf, SETTINGS_KEY } from './items';
import { parkedPlaces, positionAfter } from './parked';

const EVERY_PAUSE: ParkedSelection = { parking: 'pause', of: 'all', after: null, upTo: null };

/** Lists over the table's indexes. */
export function dynamoLists(client: DynamoDBClient, table: string): Lists {
  return {
    async readMany(conversationSids) {
      const items = await readAll(client, table, [...conversationSids.map(recordKey), SETTINGS_KEY]);
      const records = items.map(recordOf).filter((record) => record !== undefined);
      return {
        records: new Map(records.map((record) => [record.conversationSid, record])),
        settings: settingsIn(items),
      };
    },
    async parked(which, from, limit) {
      const { items, hasMore } = await parkedPlaces(client, table, which, from, limit);
      const places = items.map(({ conversationSid, at }) => ({ conversationSid, at }));
      return { places, position: positionAfter(from, items, which), hasMore };
    },
    async soonestPauses(limit) {
      const { items, hasMore } = await parkedPlaces(client, table, EVERY_PAUSE, [], limit);
      const pauses = items.map(({ conversationSid, at, workerSid = '', workerName = null }) => {
        return { conversationSid, deadline: at, workerSid, workerName };
      });
      return { pauses, hasMore };
    },
  };
}

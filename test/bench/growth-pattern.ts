import { type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { type Conversation } from '../../lambda/domain/record';
import { Api } from '../load/api';
import { begin } from '../load/caller';

/** Longer than a sweep that finds no table's cursor looks back into TaskRouter's events, where this conversation is. */
const UNTIL_FORGOTTEN = 'PT2H';

/** A conversation as the product leaves it when it is paused. */
export async function pausedOnce(url: string, client: DynamoDBClient): Promise<Conversation> {
  const api = new Api(url);
  await api.set({ enabled: true }, {});
  const held = await begin(api, 'web');
  await api.post(`${held.path}/pause`, held.token);
  await api.post(`${held.path}/complete`, held.token);
  await api.post('/local/clock', undefined, { advance: UNTIL_FORGOTTEN });
  const { record } = await dynamoStore(client, process.env['TABLE_NAME']!).read(held.conversationSid);
  return record!;
}

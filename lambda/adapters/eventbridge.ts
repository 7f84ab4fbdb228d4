import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventBus } from '../actions/ports';

/** What rules match. */
const SOURCE = 'flex.leave-pause';

/** The bus said in its answer that it has not taken the event. */
export class EventNotTaken extends Error {
  override readonly name = 'EventNotTaken';
  /** @param code EventBridge's own */
  constructor(readonly code: string | undefined) {
    super(`EventBridge has not taken the event: ${code}`);
  }
}

/** One event a call: an answer of 200 may still say that it was not taken. */
export function eventBridgeBus(client: EventBridgeClient, eventBusName: string): EventBus {
  return {
    async publish({ type, at, detail }) {
      const entry = {
        EventBusName: eventBusName,
        Source: SOURCE,
        DetailType: type,
        Time: new Date(at),
        Detail: JSON.stringify(detail),
      };
      const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }));
      const [taken] = Entries ?? [];
      if (FailedEntryCount !== 0 || taken?.EventId === undefined) throw new EventNotTaken(taken?.ErrorCode);
    },
  };
}

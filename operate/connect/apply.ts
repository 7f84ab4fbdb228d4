import { ADDRESSES } from '../twilio/addresses';
import { type TwilioApi } from '../twilio/api';
import { formValue } from './fields';
import { type Done } from './journal';
import { type OpenStream, type SetField, type Step } from './step';

const DESCRIPTION = 'Leave and Pause';
/** That of which Twilio documents the fields that are read. */
const SCHEMA_VERSION = 1;

/**
 * Carries out a plan. Each thing is told before it is done (a field) or right after (what Twilio gives its SID), so that it
 * can be undone also when the next one fails.
 */
export async function apply(
  steps: readonly Step[],
  twilio: TwilioApi,
  tell: (done: Done) => void,
): Promise<void> {
  for (const fields of byResource(steps.filter((step) => step.kind === 'set'))) {
    fields.forEach(tell);
    const form = fields.map((field) => [field.field, formValue(field, field.after)]);
    await twilio.post(fields[0]!.address, Object.fromEntries(form) as object);
  }
  for (const step of steps) if (step.kind === 'stream') await openStream(step, twilio, tell);
}

function byResource(fields: readonly SetField[]): SetField[][] {
  const addresses = [...new Set(fields.map(({ address }) => address))];
  return addresses.map((address) => fields.filter((field) => field.address === address));
}

async function openStream(
  { destination, sinkSid, subscriptionSid, types }: OpenStream,
  twilio: TwilioApi,
  tell: (done: Done) => void,
): Promise<void> {
  if (subscriptionSid !== undefined) {
    const address = ADDRESSES.subscribedEvents(subscriptionSid);
    for (const type of types) {
      await twilio.post(address, { Type: type, SchemaVersion: SCHEMA_VERSION });
      tell({ kind: 'made', address: `${address}/${type}` });
    }
    return;
  }
  const SinkSid = sinkSid ?? (await makeSink(destination, twilio, tell));
  const subscription = await twilio.post(ADDRESSES.subscriptions, {
    Description: DESCRIPTION,
    SinkSid,
    Types: types.map((type) => JSON.stringify({ type, schema_version: SCHEMA_VERSION })),
  });
  tell({ kind: 'made', address: `${ADDRESSES.subscriptions}/${String(subscription['sid'])}` });
}

/** Events come one by one: those of a batch would share the 5 s that Event Streams waits. */
async function makeSink(destination: string, twilio: TwilioApi, tell: (done: Done) => void): Promise<string> {
  const { sid } = await twilio.post(ADDRESSES.sinks, {
    Description: DESCRIPTION,
    SinkType: 'webhook',
    SinkConfiguration: JSON.stringify({ destination, method: 'POST', batch_events: false }),
  });
  tell({ kind: 'made', address: `${ADDRESSES.sinks}/${String(sid)}` });
  return String(sid);
}

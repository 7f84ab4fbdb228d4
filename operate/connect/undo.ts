import { type Connections } from '../twilio/connections';
import { type TwilioApi } from '../twilio/api';
import { formValue, isSame } from './fields';
import { type Done, type Journal } from './journal';
import { type SetField, type Value } from './step';

/** What takes back something that was done. */
export type Undo =
  | { readonly kind: 'set'; readonly done: SetField; readonly is: Value; readonly after: Value }
  | { readonly kind: 'remove'; readonly address: string }
  /** Somebody has set something else since: it stays. */
  | { readonly kind: 'leave'; readonly done: SetField; readonly is: Value };

/** The other way round, last first. */
export function planUndo(journal: readonly Done[], connections: Connections): Undo[] {
  return journal.toReversed().map((done): Undo => {
    if (done.kind === 'made') return { kind: 'remove', address: done.address };
    const is = valueNow(done, connections);
    if (isSame(is, done.after)) return { kind: 'set', done, is, after: done.before };
    if (done.list === undefined || !Array.isArray(is)) return { kind: 'leave', done, is };
    // Others have added to the list since: only what we have added goes.
    const added = ((done.after ?? []) as string[]).filter((name) => !(done.before ?? []).includes(name));
    return { kind: 'set', done, is, after: (is as string[]).filter((name) => !added.includes(name)) };
  });
}

/** @param journal forgets what is undone, and what has become somebody else's */
export async function undo(steps: readonly Undo[], twilio: TwilioApi, journal: Journal): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'remove') await twilio.remove(step.address);
    if (step.kind === 'set')
      await twilio.post(step.done.address, { [step.done.field]: formValue(step.done, step.after) });
    journal.write(journal.read().slice(0, -1));
  }
}

/** A field that nobody reads any more, as of a level that is not Flex's now, has no value. */
function valueNow({ address, field }: SetField, { callback, service, account }: Connections): Value {
  const webhooks = [service, account].find((each) => each.address === address);
  const values: Readonly<Record<string, Value | undefined>> =
    address === callback.address
      ? { EventCallbackUrl: callback.url, EventsFilter: callback.filter }
      : { PostWebhookUrl: webhooks?.postUrl, Method: webhooks?.method, Filters: webhooks?.filters };
  return values[field] ?? null;
}

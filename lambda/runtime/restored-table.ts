import { once, optional } from './environment';
import { reconciledMark } from './reconciled-mark';

/** The records are of an earlier moment, and nobody has compared them with Twilio yet: nothing may be decided by them. */
export class NotReconciled extends Error {
  override readonly name = 'NotReconciled';
  constructor() {
    super('The table was restored: run npm run reconcile');
  }
}

const seen = once(() => ({ isReconciled: false }));

/**
 * Before anything is changed. Only where the table is a restored one (RESTORED_TABLE) is the mark read that
 * `npm run reconcile` leaves, and by each instance of a function only until it is there.
 *
 * @throws NotReconciled
 */
export async function refuseUnlessReconciled(): Promise<void> {
  if (optional('RESTORED_TABLE') === undefined || seen().isReconciled) return;
  seen().isReconciled = await reconciledMark().isThere();
  if (!seen().isReconciled) throw new NotReconciled();
}

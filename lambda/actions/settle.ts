import { errorName } from './error-name';
import { afterEffect, type Outcome } from '../domain/outcome';
import { type EffectId, mine, type Owed } from '../domain/pending';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import { change } from './change';
import { apply, NOTHING } from '../domain/decision';
import { carryOut } from './effects';
import { type Deps, isThrottled, TwilioError } from './ports';

/**
 * Carries out what this run has taken, strikes it off, and goes on with what that made ready. What fails stays
 * owed, for the sweep.
 *
 * @returns the record as it is then
 */
export async function settle(record: Conversation, settings: Settings, deps: Deps): Promise<Conversation> {
  let current = record;
  for (;;) {
    const todo = mine(current.pending, deps.run);
    if (todo.length === 0) return current;
    const outcomes = await Promise.all(
      todo.map(async ([id, owed]) => [id, await attempt(id, owed, current, settings, deps)] as const),
    );
    const struck = await strikeOff(current, settings, outcomes, deps);
    if (struck === undefined) return current;
    current = struck;
  }
}

async function attempt(
  id: EffectId,
  owed: Owed,
  record: Conversation,
  settings: Settings,
  deps: Deps,
): Promise<Outcome> {
  const { conversationSid } = record;
  const effect = { conversationSid, effect: owed.kind, effectId: id, attempts: owed.attempts, run: deps.run };
  try {
    const outcome = await carryOut(owed, record, settings, deps);
    deps.log.info('effect tried', { ...effect, result: outcome.result });
    return outcome;
  } catch (error) {
    deps.log.warn('effect stays owed', {
      ...effect,
      error: errorName(error),
      ...(error instanceof TwilioError
        ? { operation: error.operation, kind: error.kind, status: error.status }
        : {}),
    });
    return { result: isThrottled(error) ? 'throttled' : 'failed' };
  }
}

/** One write for all that was tried; undefined when it could not be written, so that the leases run out. */
async function strikeOff(
  record: Conversation,
  settings: Settings,
  outcomes: readonly (readonly [EffectId, Outcome])[],
  deps: Deps,
): Promise<Conversation | undefined> {
  try {
    const written = await change(
      record.conversationSid,
      'system',
      (read, currentSettings, context) => {
        if (read === undefined) return NOTHING;
        const next = outcomes.reduce(
          (so, [id, outcome]) => afterEffect(so, id, outcome, currentSettings, context),
          read,
        );
        return next === read ? NOTHING : apply(next);
      },
      deps,
      { record, settings },
    );
    return written.kind === 'refuse' ? undefined : written.record;
  } catch (error) {
    deps.log.error('effects were carried out but not struck off', {
      conversationSid: record.conversationSid,
      error: errorName(error),
    });
    return undefined;
  }
}

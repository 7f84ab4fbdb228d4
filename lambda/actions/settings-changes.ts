import { isLate, type SettingsChange } from '../domain/settings-change';
import type { Settings } from '../domain/settings';
import { instant } from '../domain/time';
import { errorName } from './error-name';
import type { Deps, KeptSettings } from './ports';

type TellingDeps = Pick<Deps, 'store' | 'history' | 'events' | 'log'>;

/** Tells changes of the settings, and strikes off those that were told. What fails stays owed, for the sweep. */
export async function tellChanges(
  changes: readonly SettingsChange[],
  { settings, owed }: KeptSettings,
  deps: TellingDeps,
): Promise<void> {
  const told = await Promise.all(changes.map(async (change) => ((await tell(change, deps)) ? [change] : [])));
  const ids = told.flat().map(({ eventId }) => eventId);
  if (ids.length === 0) return;
  await strikeOff(
    settings,
    owed.filter(({ eventId }) => !ids.includes(eventId)),
    deps,
  );
}

/** Those whose run has died, or which the bus or the table did not take at first. */
export async function tellLateChanges(
  kept: KeptSettings,
  deps: TellingDeps & Pick<Deps, 'now'>,
): Promise<void> {
  const now = instant(deps.now());
  await tellChanges(
    kept.owed.filter((change) => isLate(change, now)),
    kept,
    deps,
  );
}

async function tell(change: SettingsChange, { history, events, log }: TellingDeps): Promise<boolean> {
  try {
    await Promise.all([
      history.writeChange(change),
      events.publish({ type: 'SettingsChanged', at: change.at, detail: change }),
    ]);
    return true;
  } catch (error) {
    log.warn('change of the settings stays untold', {
      version: change.settings.version,
      error: errorName(error),
    });
    return false;
  }
}

/** Where somebody has changed the settings meanwhile they stay owed, and are told once more. */
async function strikeOff(settings: Settings, owed: readonly SettingsChange[], { store, log }: TellingDeps) {
  try {
    await store.replaceOwedChanges(settings, owed);
  } catch (error) {
    log.warn('change of the settings was told but not struck off', { error: errorName(error) });
  }
}

import { type Caller, causeOf } from '../domain/authority';
import { type Refusal, refuse } from '../domain/decision';
import type { Settings } from '../domain/settings';
import type { SettingsChange } from '../domain/settings-change';
import { instant } from '../domain/time';
import type { Deps, KeptSettings } from './ports';
import { tellChanges } from './settings-changes';

type PuttingDeps = Pick<Deps, 'store' | 'history' | 'events' | 'log' | 'now' | 'newId'>;

/** Writes settings for an administrator who has seen version `seen`. What is paused already keeps its deadline. */
export async function putSettings(
  wanted: Omit<Settings, 'version'>,
  seen: number,
  caller: Caller,
  deps: PuttingDeps,
): Promise<{ kind: 'done'; settings: Settings } | Refusal> {
  const before = await deps.store.readSettings();
  const settings: Settings = { ...wanted, version: seen + 1 };
  const change = { eventId: deps.newId(), at: instant(deps.now()), by: causeOf(caller), settings };
  const kept = { settings, owed: [...before.owed, change] };
  if (before.settings.version !== seen || !(await write(kept, change, deps)))
    return refuse('version-mismatch');
  await tellChanges([change], kept, deps);
  return { kind: 'done', settings };
}

/** A write that was carried out, but whose answer got lost and which was then repeated below us, looks like a lost one. */
async function write({ settings, owed }: KeptSettings, { eventId }: SettingsChange, { store }: PuttingDeps) {
  if (await store.replaceSettings(settings, owed)) return true;
  const written = await store.readSettings();
  return written.owed.some((change) => change.eventId === eventId);
}

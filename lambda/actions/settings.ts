import { type Refusal, refuse } from '../domain/decision';
import type { Settings } from '../domain/settings';
import type { Deps } from './ports';

/** Writes settings for an administrator who has seen version `seen`. What is paused already keeps its deadline. */
export async function putSettings(
  wanted: Omit<Settings, 'version'>,
  seen: number,
  { store }: Pick<Deps, 'store'>,
): Promise<{ kind: 'done'; settings: Settings } | Refusal> {
  const settings: Settings = { ...wanted, version: seen + 1 };
  return (await store.replaceSettings(settings)) ? { kind: 'done', settings } : refuse('version-mismatch');
}

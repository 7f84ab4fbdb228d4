import { carryOut } from '../../lambda/actions/effects';
import type { Outcome } from '../../lambda/domain/outcome';
import type { Effect } from '../../lambda/domain/pending';
import type { Conversation } from '../../lambda/domain/record';
import type { FakeTask } from '../doubles/fake-resources';
import type { Scene } from './scenes';

export const record = ({ deps, conversationSid }: Scene): Conversation => deps.store.record(conversationSid);

/** What comes of an effect that is tried now, with the record as it stands. */
export async function tried(scene: Scene, effect: Effect, attempts = 1): Promise<Outcome> {
  const { deps } = scene;
  const owed = { ...effect, attempts, taken: null, notBefore: null, after: [] };
  const { settings } = await deps.store.readSettings();
  return carryOut(owed, record(scene), settings, deps.nextRun());
}

/** The record has these facts from now on. */
export function recordSays(scene: Scene, facts: Partial<Conversation>): void {
  scene.deps.store.put({ ...record(scene), ...facts });
}

/** The calls to Twilio from now on, by their names. */
export function callsFromNow({ deps: { twilio } }: Scene): () => string[] {
  const before = twilio.calls.length;
  return () => twilio.calls.slice(before).map((each) => each.replace(/ .*/, ''));
}

/** A task that somebody else makes for the conversation. */
export function anotherTask(
  { deps: { platform }, conversationSid }: Scene,
  attributes: Readonly<Record<string, unknown>> = {},
): FakeTask {
  return platform.invite(platform.channelOf(conversationSid), {
    ...{ workspace_sid: 'WS', workflow_sid: 'WW', attributes, priority: 0, timeout: 86_400 },
  });
}

import type { Outcome } from '../../lambda/domain/outcome';
import type { StudioHook } from '../../lambda/domain/pending';
import { FLOW, sid } from '../doubles/constants';
import { STUDIO } from '../doubles/deps';
import { held, type Scene } from './scenes';
import { callsFromNow, recordSays, tried } from './tried';

const UNKNOWN: StudioHook = { flowSid: FLOW, mayBeOn: true, webhookSid: null };
const ANOTHER_FLOW = sid('FW', 2);

const flows = ({ deps, conversationSid }: Scene) =>
  deps.platform.conversations.get(conversationSid)!.hooks.map(({ flowSid }) => flowSid);
const takeOff = (
  scene: Scene,
  { hook = UNKNOWN, until = null }: { hook?: StudioHook; until?: string | null } = {},
): Promise<Outcome> => tried(scene, { kind: 'take-studio-hook-off', hook, until });

/** A conversation with a hook of each of these flows. */
async function hooked(...flowSids: (string | null)[]): Promise<Scene> {
  const scene = await held({ settings: STUDIO });
  for (const flowSid of flowSids) scene.deps.platform.addHook(scene.conversationSid, flowSid);
  return scene;
}

describe('the hook that is taken off', () => {
  it('is each of the flow, where its SID is not known, and none of others', async () => {
    const scene = await hooked(FLOW, ANOTHER_FLOW, FLOW, null);
    expect(await takeOff(scene)).toEqual({ result: 'done' });
    expect(flows(scene)).toEqual([ANOTHER_FLOW, null]);
  });

  it('is the one with its SID alone, where that is known', async () => {
    const scene = await hooked(FLOW);
    const { webhookSid } = scene.deps.platform.addHook(scene.conversationSid, FLOW);
    const calls = callsFromNow(scene);
    await takeOff(scene, { hook: { ...UNKNOWN, webhookSid } });
    expect(calls()).toEqual(['removeHook']);
    expect(flows(scene)).toEqual([FLOW]);
  });

  it('is none where we have put none on: that of the flow is another’s', async () => {
    const scene = await hooked(FLOW);
    const calls = callsFromNow(scene);
    await takeOff(scene, { hook: { ...UNKNOWN, mayBeOn: false } });
    expect(calls()).toEqual([]);
    expect(flows(scene)).toEqual([FLOW]);
  });
});

describe('a hook whose call may still be under way', () => {
  it('is taken off once more when that cannot be any more', async () => {
    const scene = await hooked();
    const until = scene.deps.in(1);
    expect(await takeOff(scene, { until })).toEqual({ result: 'again', notBefore: until });
  });

  it('is taken off for the last time then', async () => {
    const scene = await hooked();
    expect(await takeOff(scene, { until: scene.deps.in(0) })).toEqual({ result: 'done' });
  });
});

describe('a hook that Twilio does not take off', () => {
  it.each([
    { kind: 'not-found', channelState: 'active' },
    { kind: 'closed', channelState: 'active' },
    { kind: 'refused', channelState: 'closed' },
    { kind: 'credentials', channelState: 'closed' },
  ] as const)(
    'hands nothing to anybody where that is answered "$kind" and the record is $channelState',
    async ({ kind, channelState }) => {
      const scene = await hooked(FLOW);
      recordSays(scene, { channelState });
      scene.deps.twilio.fail('removeHook', kind);
      expect(await takeOff(scene)).toEqual({ result: 'done' });
    },
  );

  it.each([
    { kind: 'refused', channelState: 'active' },
    { kind: 'unavailable', channelState: 'active' },
    { kind: 'unavailable', channelState: 'closed' },
  ] as const)(
    'stays to be taken off where that is answered "$kind" and the record is $channelState',
    async ({ kind, channelState }) => {
      const scene = await hooked(FLOW);
      recordSays(scene, { channelState });
      scene.deps.twilio.fail('removeHook', kind);
      await expect(takeOff(scene)).rejects.toMatchObject({ kind });
    },
  );
});

import type { Outcome } from '../../lambda/domain/outcome';
import type { StudioHook } from '../../lambda/domain/pending';
import { FLOW, sid } from '../doubles/constants';
import { MOST_HOOKS } from '../doubles/fake-resources';
import { left, type Scene } from './scenes';
import { anotherTask, callsFromNow, recordSays, tried } from './tried';

const NOT_SEEN: StudioHook = { flowSid: FLOW, mayBeOn: false, webhookSid: null };
const MAY_BE_ON: StudioHook = { ...NOT_SEEN, mayBeOn: true };
const ANOTHER_FLOW = sid('FW', 2);

const flows = ({ deps, conversationSid }: Scene) =>
  deps.platform.conversations.get(conversationSid)!.hooks.map(({ flowSid }) => flowSid);
const put = (scene: Scene, attempts = 1): Promise<Outcome> =>
  tried(scene, { kind: 'put-studio-hook' }, attempts);

/** Alice has left it, and the flow is to have its hook on it, on which others have theirs. */
async function owing(studioHook: StudioHook | null, others = 0): Promise<Scene> {
  const scene = await left();
  recordSays(scene, { studioHook });
  for (let count = 0; count < others; count++)
    scene.deps.platform.addHook(scene.conversationSid, ANOTHER_FLOW);
  return scene;
}

it('a hook that nobody wants any more is not put on', async () => {
  const scene = await owing(null);
  const calls = callsFromNow(scene);
  expect(await put(scene)).toEqual({ result: 'done' });
  expect(calls()).toEqual([]);
});

describe('before it is put on, it is seen', () => {
  it('that nobody has the flow there, and that there is room for one more', async () => {
    const scene = await owing(NOT_SEEN, MOST_HOOKS - 1);
    expect(await put(scene)).toEqual({ result: 'studio-hook-absent' });
    expect(flows(scene)).not.toContain(FLOW);
  });

  it('that there is no room', async () => {
    expect(await put(await owing(NOT_SEEN, MOST_HOOKS))).toEqual({ result: 'studio-hook-impossible' });
  });
});

describe('it is put on', () => {
  it('at the first try in one call, and known by its SID', async () => {
    const scene = await owing(MAY_BE_ON);
    const calls = callsFromNow(scene);
    const webhookSid = expect.stringMatching(/^WH/) as unknown;
    expect(await put(scene)).toEqual({ result: 'studio-hook-on', webhookSid });
    expect(calls()).toEqual(['addStudioHook']);
  });

  it('at a later try once more where only other flows have theirs, and may then not be the only one', async () => {
    const scene = await owing(MAY_BE_ON, 1);
    expect(await put(scene, 2)).toEqual({ result: 'studio-hook-on', webhookSid: null });
    expect(flows(scene)).toEqual([ANOTHER_FLOW, FLOW]);
  });

  it('at a later try not again where it is on', async () => {
    const scene = await owing(MAY_BE_ON);
    scene.deps.platform.addHook(scene.conversationSid, FLOW);
    expect(await put(scene, 2)).toEqual({ result: 'studio-hook-on', webhookSid: null });
    expect(flows(scene)).toEqual([FLOW]);
  });

  it('at a later try not again where the flow has made its task of the reply, and taken it off', async () => {
    const scene = await owing(MAY_BE_ON);
    anotherTask(scene);
    expect(await put(scene, 2)).toEqual({ result: 'studio-hook-on', webhookSid: null });
    expect(flows(scene)).toEqual([]);
  });
});

describe('it cannot be put on', () => {
  it('at a later try where the room is taken: that is not even tried, and told to the log', async () => {
    const scene = await owing(MAY_BE_ON, MOST_HOOKS);
    const { deps, conversationSid } = scene;
    expect(await put(scene, 2)).toEqual({ result: 'studio-hook-impossible' });
    expect(deps.twilio.callsOf('addStudioHook')).toEqual([]);
    const line = { level: 'error', message: 'no Studio hook can be put on', fields: { conversationSid } };
    expect(deps.lines).toContainEqual(line);
  });

  it.each([
    {
      what: 'a conversation that is gone, while its channel is there',
      kind: 'not-found',
      result: 'studio-hook-impossible',
    },
    { what: 'a conversation that is closed', kind: 'closed', result: 'conversation-closed' },
  ] as const)('on $what', async ({ kind, result }) => {
    const scene = await owing(NOT_SEEN);
    scene.deps.twilio.fail('hooks', kind);
    expect(await put(scene)).toEqual({ result });
  });
});

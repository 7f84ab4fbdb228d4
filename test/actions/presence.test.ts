import { TwilioError } from '../../lambda/actions/ports';
import {
  heldReservation,
  identityOf,
  isHeldByFlex,
  mayHaveBeenTaken,
  unlessGone,
} from '../../lambda/actions/presence';
import { ALICE, BOB } from '../doubles/constants';
import { testDeps } from '../doubles/deps';
import { held, type Scene } from './scenes';
import { record } from './tried';

const channelOf = ({ deps, conversationSid }: Scene) => deps.platform.channelOf(conversationSid);

describe('what Twilio answers with 404', () => {
  const isThen: readonly (readonly [string, 'gone' | 'absent', (scene: Scene) => void])[] = [
    ['with its channel, which is closed', 'gone', (scene) => void (channelOf(scene).status = 'closed')],
    [
      'with its channel, which is not there any more',
      'gone',
      (scene) => void scene.deps.platform.channels.delete(channelOf(scene).channelSid),
    ],
    ['by itself, while its channel is open', 'absent', () => undefined],
  ];

  it.each(isThen)('is gone %s: %s', async (_how, kind, happen) => {
    const scene = await held();
    happen(scene);
    const call = () => Promise.reject(new TwilioError('invites', 'not-found', 404));
    expect(await unlessGone(call, record(scene), scene.deps)).toEqual({ kind });
  });
});

it.each([
  ['pause', true],
  ['INACTIVE', true],
  ['active', false],
  [undefined, false],
])('a channel whose status is %s is held by Flex: %s', (status, isHeld) => {
  expect(isHeldByFlex(status)).toBe(isHeld);
});

describe('a task that is over', () => {
  it.each([
    ['completed', true],
    ['canceled', false],
  ] as const)('as %s may have had an agent: %s', async (status, mayHave) => {
    const deps = testDeps();
    const task = deps.platform.startConversation();
    deps.platform.endTask(task, status);
    expect(mayHaveBeenTaken(await deps.twilio.task(task.taskSid))).toBe(mayHave);
  });

  it('may have had an agent when TaskRouter has deleted it', async () => {
    const { deps, taskSid } = await held();
    deps.platform.tasks.delete(taskSid);
    expect(mayHaveBeenTaken(await deps.twilio.task(taskSid))).toBe(true);
  });
});

describe('the agent who has a task', () => {
  const holder = async ({ deps, taskSid }: Scene) => (await heldReservation(taskSid, deps))?.workerSid;

  /** Bob has rejected it, and Alice has been offered it. */
  function offered(): Scene {
    const deps = testDeps();
    const task = deps.platform.startConversation();
    deps.platform.reserve(task, BOB).status = 'rejected';
    deps.platform.reserve(task, ALICE);
    return { deps, conversationSid: task.conversationSid, taskSid: task.taskSid };
  }

  it('is nobody who has rejected it, or has still to accept it', async () => {
    expect(await holder(offered())).toBeUndefined();
  });

  it('is who has accepted it, also in the wrap-up, and nobody when it is over', async () => {
    const scene = offered();
    const { platform } = scene.deps;
    platform.accept(scene.taskSid, ALICE);
    expect(await holder(scene)).toBe(ALICE);
    platform.wrapUp(platform.task(scene.taskSid));
    expect(await holder(scene)).toBe(ALICE);
    platform.endTask(platform.task(scene.taskSid), 'completed');
    expect(await holder(scene)).toBeUndefined();
  });
});

describe('an agent’s identity', () => {
  it('is nobody’s when the worker was deleted meanwhile', async () => {
    const deps = testDeps();
    deps.platform.deleteWorker(ALICE);
    expect(await identityOf(ALICE, deps)).toBeNull();
  });

  it('that Twilio does not tell now is not taken for none', async () => {
    const deps = testDeps();
    deps.twilio.fail('workerIdentity', 'unavailable');
    await expect(identityOf(ALICE, deps)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

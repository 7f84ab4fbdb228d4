import { completeIt, leaveIt, pauseIt } from '../doubles/commands';
import { BOTH_ON, type TestDeps, testDeps } from '../doubles/deps';

export interface Scene {
  readonly deps: TestDeps;
  readonly conversationSid: string;
  /** The first task, Alice's. */
  readonly taskSid: string;
}

/** Alice holds a conversation. */
export async function held(options?: Parameters<typeof testDeps>[0]): Promise<Scene> {
  const deps = testDeps(options);
  return { deps, ...(await deps.heldConversation()) };
}

/** Alice has paused it for four hours, and still wraps up. */
export async function wrappingUp(options?: Parameters<typeof testDeps>[0]): Promise<Scene> {
  const scene = await held(options);
  await pauseIt(scene.conversationSid, scene.deps.nextRun(), { body: { timeLimit: 'PT4H' } });
  await scene.deps.deliver();
  return scene;
}

/** Alice has paused it for four hours. */
export async function paused(options?: Parameters<typeof testDeps>[0]): Promise<Scene> {
  const scene = await wrappingUp(options);
  await completeIt(scene.conversationSid, scene.deps.nextRun());
  await scene.deps.deliver();
  return scene;
}

/** Alice has left it, and still wraps up. */
export async function leftWrappingUp(options: Parameters<typeof testDeps>[0] = {}): Promise<Scene> {
  const scene = await held({ settings: BOTH_ON, ...options });
  await leaveIt(scene.conversationSid, scene.deps.nextRun());
  await scene.deps.deliver();
  return scene;
}

/** Alice has left it. */
export async function left(options?: Parameters<typeof testDeps>[0]): Promise<Scene> {
  const scene = await leftWrappingUp(options);
  await completeIt(scene.conversationSid, scene.deps.nextRun());
  await scene.deps.deliver();
  return scene;
}

export const FOUR_HOURS = 4 * 3600;

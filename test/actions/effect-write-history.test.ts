import { endIt, pauseIt } from '../doubles/commands';
import { held, wrappingUp } from './scenes';
import { record } from './tried';

describe('the history of a conversation that has ended gets its end', () => {
  it('once, with the last entry, and not with one before it that comes late', async () => {
    const scene = await held();
    const { deps, conversationSid } = scene;
    deps.history.fail('write', 1);
    await pauseIt(conversationSid, deps.nextRun());
    await endIt(conversationSid, deps.nextRun());
    await deps.minutes(3);
    expect(deps.history.calls).toEqual(['write', 'write', 'write', 'expire']);
  });

  it('also where the last entry tells more than the end: the wrap-up that has closed it', async () => {
    const scene = await wrappingUp();
    const { platform, history } = scene.deps;
    platform.endTask(platform.task(scene.taskSid), 'completed');
    platform.closeChannel(platform.channelOf(scene.conversationSid), true);
    await scene.deps.deliver();
    const told = history
      .of(scene.conversationSid)
      .at(-1)
      ?.events.map(({ type }) => type);
    expect(told?.toSorted()).toEqual(['ClosedByWrapUp', 'ConversationEnded']);
    const { closedAt } = record(scene);
    expect(history.closings(scene.conversationSid)).toEqual([closedAt, closedAt]);
  });
});

import { pauseIt } from '../doubles/commands';
import { ALICE, BOB, sid } from '../doubles/constants';
import { testDeps } from '../doubles/deps';

it('a sweep works on each record in a run of its own', async () => {
  const deps = testDeps();
  const one = await deps.heldConversation(ALICE);
  const other = await deps.heldConversation(ALICE);
  for (const { conversationSid } of [one, other])
    await pauseIt(conversationSid, deps.nextRun(), { body: { timeLimit: 'PT4H' } });
  await deps.deliver();
  deps.advance(5 * 3600);
  await deps.sweep();
  const writers = [one, other].map(({ conversationSid }) => deps.store.record(conversationSid).writtenBy);
  expect(new Set(writers).size).toBe(2);
});

it('an invite that a sweep sent and could not strike off is read back before the same sweep goes on with the record', async () => {
  const deps = testDeps();
  deps.platform.listsEvents = true;
  const { conversationSid, taskSid } = await deps.heldConversation(ALICE);
  const transferred = deps.platform.invite(deps.platform.channelOf(conversationSid), {
    ...{ workspace_sid: 'WS', workflow_sid: sid('WW'), attributes: {}, priority: 0, timeout: 3600 },
  });
  deps.platform.accept(transferred.taskSid, BOB);
  await deps.deliver();
  await pauseIt(conversationSid, deps.nextRun(), {
    caller: { workerSid: BOB, identity: 'bob', role: 'agent' },
    body: { timeLimit: 'PT4H' },
  });
  deps.platform.endTask(deps.platform.task(transferred.taskSid), 'completed');
  await deps.deliver();
  await deps.minutes(2);
  deps.advance(5 * 3600);
  deps.platform.endTask(deps.platform.task(taskSid), 'completed');
  deps.loseNews();
  deps.store.beforeNextReplace(() => {
    deps.store.fail('replace', 1, conversationSid); // the next write, that strikes the invite off
  });
  await deps.sweep();
  await deps.minutes(4);
  expect(deps.twilio.callsOf('invite')).toHaveLength(1);
});

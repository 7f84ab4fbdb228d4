import { ADA, ALICE, DEE } from '../running-product';
import { acceptedByAlice, does, nameOf, pausedByAlice, resumes, seen, timerStatuses, twilio } from '../acts';
import { productForEach } from '../fixture';
import { DEMO_TWILIO } from '../../../local/settings';

const running = productForEach();
const WORKSPACE = DEMO_TWILIO.workspaceSid;

it('brings the same conversation back to the same agent by a new task, accepted by itself', async () => {
  const begun = await pausedByAlice(running());
  const { routedTo } = await resumes(running(), ALICE, begun.path);
  const { channelState, pause, task, conversationSid } = await seen(running(), begun);
  expect({ routedTo, channelState, pause, conversationSid }).toEqual({
    routedTo: 'agent',
    channelState: 'active',
    pause: null,
    conversationSid: begun.conversationSid,
  });
  expect([nameOf(task?.workerSid), task?.status, task?.purpose]).toEqual(['Alice', 'assigned', 'resume']);
  expect(task?.taskSid).not.toBe(begun.taskSid);
});

it('gives the new task the conversation and the attributes of the old one', async () => {
  const begun = await pausedByAlice(running());
  await resumes(running(), ALICE, begun.path);
  const { task, customerName } = await seen(running(), begun);
  const { attributes } = await twilio(`/v1/Workspaces/${WORKSPACE}/Tasks/${task?.taskSid}`);
  expect(JSON.parse(attributes as string)).toMatchObject({
    conversationSid: begun.conversationSid,
    customerName,
    leavePause: { purpose: 'resume' },
  });
});

it('stops the timer, and the old deadline does nothing', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await resumes(running(), ALICE, begun.path);
  expect(await timerStatuses(running())).toEqual(['ABORTED']);
  const before = await seen(running(), begun);
  await running().advance('PT2H');
  expect(await seen(running(), begun)).toEqual(before);
});

it.each([
  ['supervisor', DEE],
  ['admin', ADA],
])('by a %s brings it back to the agent who paused', async (_, token) => {
  const begun = await pausedByAlice(running());
  expect(await resumes(running(), token, begun.path)).toMatchObject({ routedTo: 'agent' });
  const { task, workerName } = await seen(running(), begun);
  expect([nameOf(task?.workerSid), task?.status, workerName]).toEqual(['Alice', 'assigned', 'Alice']);
});

it('during wrap-up ends the wrap-up first, and leaves one task', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/pause`);
  await resumes(running(), ALICE, begun.path);
  const { task, wrapUp, channelState } = await seen(running(), begun);
  expect({ wrapUp, channelState, status: task?.status }).toEqual({
    wrapUp: null,
    channelState: 'active',
    status: 'assigned',
  });
  expect(await running().liveTasks(begun.conversationSid)).toEqual([task?.taskSid]);
});

it('and pause can take turns, with a timer of its own each time', async () => {
  const begun = await pausedByAlice(running());
  for (let turn = 1; turn <= 2; turn++) {
    await resumes(running(), ALICE, begun.path);
    await does(running(), ALICE, `${begun.path}/pause`);
    await does(running(), ALICE, `${begun.path}/complete`);
  }
  expect((await timerStatuses(running())).sort()).toEqual(['ABORTED', 'ABORTED', 'RUNNING']);
  expect((await seen(running(), begun)).channelState).toBe('pause');
});

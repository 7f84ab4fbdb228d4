import { DEMO_USERS, QUEUES } from '../../../local/twilio/demo';
import {
  acceptedByAlice,
  asksToInvite,
  type Begun,
  does,
  goOffline,
  goOnline,
  inFlex,
  invites,
  leftByAlice,
  nameOf,
  refusal,
  seen,
  twilio,
  writes,
} from '../acts';
import { productForEach } from '../fixture';
import { DEE } from '../running-product';

const running = productForEach();
const [, TWO_AT_A_TIME] = QUEUES;
const workerOf = (name: string) => DEMO_USERS.find((user) => user.name === name)!.workerSid;

beforeEach(() =>
  running().set({
    leave: { enabled: true, onReply: 'custom-routing', customRoutingTimeout: 'PT20M' },
  }),
);

/** Alice has left it, and the customer has replied. */
async function replied(): Promise<Begun> {
  const begun = await leftByAlice(running());
  await writes(running(), begun);
  await running().advance('PT3M'); // where this machine was too slow for the webhook, the sweep has done it
  return begun;
}

async function attributesOf(taskSid: string | null | undefined): Promise<unknown> {
  const { attributes } = await twilio(
    `/v1/Workspaces/${process.env['TWILIO_WORKSPACE_SID']}/Tasks/${taskSid}`,
  );
  return JSON.parse(String(attributes));
}

describe('the reply, with custom routing', () => {
  it('waits for custom logic, and says so', async () => {
    const begun = await replied();
    expect(await seen(running(), begun)).toMatchObject({
      channelState: 'active',
      leave: null,
      task: null,
      owed: ['await-custom-routing'],
    });
  });

  it('goes through the workflow when custom logic lets its time pass', async () => {
    const begun = await replied();
    await running().advance('PT20M');
    const { task } = await seen(running(), begun);
    expect(task).toMatchObject({ purpose: 'reply' });
    expect(await running().liveTasks(begun.conversationSid)).toEqual([task!.taskSid]);
  });

  it('can be ended by a supervisor meanwhile', async () => {
    const begun = await replied();
    await does(running(), DEE, `${begun.path}/end`);
    await running().advance('PT30M');
    expect(await seen(running(), begun)).toMatchObject({ channelState: 'closed', task: null, owed: [] });
  });
});

describe('an invite by custom logic', () => {
  it('goes where it says, by one task', async () => {
    const begun = await replied();
    const queueSid = TWO_AT_A_TIME!.sid;
    const body = { queueSid, priority: 50, attributes: { vip: true } };
    const { task } = await invites(running(), begun, body);
    expect(task).toMatchObject({ purpose: 'custom' });
    await running().advance('PT30M');
    const now = await seen(running(), begun);
    expect(now).toMatchObject({ channelState: 'active', queueSid, task: { purpose: 'custom' } });
    expect(await running().liveTasks(begun.conversationSid)).toEqual([now.task!.taskSid]);
    expect(await attributesOf(now.task!.taskSid)).toMatchObject({
      vip: true,
      leavePause: { purpose: 'custom', queueSid },
    });
    await inFlex(running(), now.task!.taskSid, 'accept');
  });

  it('to an agent is accepted for that agent', async () => {
    const begun = await replied();
    await invites(running(), begun, { workerSid: workerOf('Bob') });
    await running().advance('PT1M');
    const { task, workerName } = await seen(running(), begun);
    expect({ holder: nameOf(task?.workerSid), status: task?.status, workerName }).toEqual({
      holder: 'Bob',
      status: 'assigned',
      workerName: 'Bob',
    });
  });

  it('sent twice makes one task', async () => {
    const begun = await replied();
    await invites(running(), begun, { priority: 7 });
    await invites(running(), begun, { priority: 7 });
    expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
  });

  it('to a workflow that the workspace does not have goes through the default one', async () => {
    const begun = await replied();
    await invites(running(), begun, { workflowSid: `WW${'9'.repeat(32)}` });
    await running().advance('PT2M');
    expect(await running().liveTasks(begun.conversationSid)).toHaveLength(1);
  });

  it('is refused where an agent has it, and where nobody has replied', async () => {
    const held = await acceptedByAlice(running());
    expect(refusal(await asksToInvite(running(), held, {}))).toBe('409 wrong-state');
    const left = await leftByAlice(running());
    expect(refusal(await asksToInvite(running(), left, {}))).toBe('409 wrong-state');
  });

  it('is refused for an agent who is away, and for one that there is not', async () => {
    const begun = await replied();
    await goOffline('Bob');
    expect(refusal(await asksToInvite(running(), begun, { workerSid: workerOf('Bob') }))).toBe(
      '409 at-capacity',
    );
    const nobody = { workerSid: `WK${'9'.repeat(32)}` };
    expect(refusal(await asksToInvite(running(), begun, nobody))).toBe('400 invalid-request');
    await goOnline('Bob');
    expect((await seen(running(), begun)).owed).toEqual(['await-custom-routing']);
  });
});

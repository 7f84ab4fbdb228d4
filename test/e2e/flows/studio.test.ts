import { DEMO_FLOW_SID } from '../../../local/twilio/demo';
import { acceptedByAlice, type Begun, does, inFlex, leftByAlice, seen, twilio, writes } from '../acts';
import { productForEach } from '../fixture';
import { ALICE, DEE } from '../running-product';

const running = productForEach();
const OTHER_FLOW_SID = `FW${'5'.repeat(32)}`;

beforeEach(() => withFlow(DEMO_FLOW_SID));

const withFlow = (studioFlowSid: string) =>
  running().set({
    leave: { enabled: true, onReply: 'custom-routing', customRoutingTimeout: 'PT20M', studioFlowSid },
  });
const hooksOf = ({ conversationSid }: Begun) => `/v1/Conversations/${conversationSid}/Webhooks`;

/** Flows of the conversation's webhooks. */
async function flows(begun: Begun): Promise<unknown[]> {
  const { webhooks } = (await twilio(hooksOf(begun))) as {
    webhooks: { configuration: { flow_sid?: string } }[];
  };
  return webhooks.map(({ configuration }) => configuration.flow_sid);
}

const live = ({ conversationSid }: Begun) => running().liveTasks(conversationSid);

it('the flow has the reply, and makes the one task', async () => {
  const begun = await leftByAlice(running());
  expect(await flows(begun)).toEqual([DEMO_FLOW_SID]);
  await writes(running(), begun);
  await running().advance('PT3M');
  const [taskSid] = await live(begun);
  await inFlex(running(), taskSid, 'accept');
  await running().advance('PT30M');
  expect(await seen(running(), begun)).toMatchObject({
    channelState: 'active',
    task: { taskSid, status: 'assigned', purpose: 'new' },
    owed: [],
  });
  expect(await live(begun)).toEqual([taskSid]);
  expect(await flows(begun)).toEqual([]);
});

it('the task of the flow is taken over where it still waits when the time is over', async () => {
  const begun = await leftByAlice(running());
  await running().advance('PT1S');
  await writes(running(), begun);
  const [taskSid] = await live(begun);
  await running().advance('PT25M');
  expect(await live(begun)).toEqual([taskSid]);
  expect((await seen(running(), begun)).task).toMatchObject({ taskSid });
});

it('the flow has the reply also while the agent wraps up', async () => {
  const begun = await acceptedByAlice(running());
  await does(running(), ALICE, `${begun.path}/leave`);
  await writes(running(), begun);
  await running().advance('PT3M');
  expect(await live(begun)).toHaveLength(1);
  expect(await live(begun)).not.toContain(begun.taskSid);
});

it('where the flow does nothing, the workflow has the reply, and the flow nothing more', async () => {
  await withFlow(OTHER_FLOW_SID);
  const begun = await leftByAlice(running());
  expect(await flows(begun)).toEqual([OTHER_FLOW_SID]);
  await writes(running(), begun);
  await running().advance('PT25M');
  expect((await seen(running(), begun)).task).toMatchObject({ purpose: 'reply' });
  expect(await live(begun)).toHaveLength(1);
  expect(await flows(begun)).toEqual([]);
});

it('where there is no room for the flow, the workflow has the reply at once', async () => {
  const begun = await acceptedByAlice(running());
  for (let count = 0; count < 5; count++)
    await twilio(hooksOf(begun), { Target: 'webhook', 'Configuration.Url': 'https://hook.example' });
  await does(running(), ALICE, `${begun.path}/leave`);
  await does(running(), ALICE, `${begun.path}/complete`);
  await writes(running(), begun);
  await running().advance('PT3M');
  expect((await seen(running(), begun)).task).toMatchObject({ purpose: 'reply' });
  expect(await flows(begun)).toHaveLength(5);
});

it('the flow is off when it is ended', async () => {
  const begun = await leftByAlice(running());
  await does(running(), DEE, `${begun.path}/end`);
  await running().advance('PT3M');
  expect(await seen(running(), begun)).toMatchObject({ channelState: 'closed', owed: [] });
});

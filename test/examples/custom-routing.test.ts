import { Template } from 'aws-cdk-lib/assertions';
import { handler } from '../../examples/custom-routing/lambda/route-reply';
import { CustomRoutingStack } from '../../examples/custom-routing/custom-routing-stack';
import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { DEMO_TWILIO } from '../../local/settings';
import { QUEUES } from '../../local/twilio/demo';
import {
  type Begun,
  does,
  goOffline,
  goOnline,
  inFlex,
  invites,
  leftByAlice,
  seen,
  twilio,
  writes,
} from '../e2e/acts';
import { productForEach } from '../e2e/fixture';
import { ALICE } from '../e2e/running-product';
import { appWithoutBundling, TWILIO } from '../lib/templates';

type Heard = Parameters<typeof handler>[0];

const running = productForEach();
const [EVERYONE, VIP_QUEUE] = QUEUES.map(({ sid }) => sid) as [string, string];

let lines: { message: string }[];

beforeEach(async () => {
  await running().set({ leave: { enabled: true, onReply: 'custom-routing' } });
  // On one machine each request under this address counts as signed; deployed, it is the address of the API.
  process.env['API_URL'] = `${running().product.url}/local`;
  process.env['VIP_QUEUE_SID'] = VIP_QUEUE;
  lines = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(
      ...(String(text).match(/^\{.*\}$/gm) ?? []).map((line) => JSON.parse(line) as { message: string }),
    );
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

/** What the rule of the example's stack takes from the bus. */
const PATTERN = (() => {
  const app = appWithoutBundling();
  const { product } = new LeaveAndPauseStack(app, 'Product', { twilio: TWILIO });
  const stack = new CustomRoutingStack(app, 'Routing', { product, vipQueueSid: VIP_QUEUE });
  const [rule] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  return (rule!['Properties'] as { EventPattern: { source: string[]; 'detail-type': string[] } })
    .EventPattern;
})();

/** What the function hears of all that has happened so far. */
async function heard(): Promise<Heard[]> {
  const events = await running().events();
  const taken = events.filter(
    (event) => PATTERN.source.includes(event.source) && PATTERN['detail-type'].includes(event['detail-type']),
  );
  return taken as unknown[] as Heard[];
}

async function hears(): Promise<void> {
  for (const event of await heard()) await handler(event);
}

const attributesPath = (taskSid: string) => `/v1/Workspaces/${DEMO_TWILIO.workspaceSid}/Tasks/${taskSid}`;

/** A VIP's conversation, which Alice has accepted and left, and to which the VIP has replied. */
async function vipReplied(): Promise<Begun> {
  await goOffline('Alice', 'Bob', 'Carol');
  const started = await running().post('/local/conversations', undefined, { channelType: 'web' });
  const { conversationSid, taskSid } = started.body as Begun;
  const { attributes } = await twilio(attributesPath(taskSid));
  const Attributes = JSON.stringify({ ...(JSON.parse(String(attributes)) as object), vip: true });
  await twilio(attributesPath(taskSid), { Attributes });
  await goOnline('Alice');
  await inFlex(running(), taskSid, 'accept');
  const begun = { conversationSid, taskSid, path: `/conversations/${conversationSid}` };
  await does(running(), ALICE, `${begun.path}/leave`);
  await does(running(), ALICE, `${begun.path}/complete`);
  await writes(running(), begun);
  await running().advance('PT1S');
  return begun;
}

const live = ({ conversationSid }: Begun) => running().liveTasks(conversationSid);

it('a VIP’s reply has one task, in the queue of VIPs, before others, and an agent accepts it', async () => {
  const begun = await vipReplied();
  await hears();
  const { task, queueSid } = await seen(running(), begun);
  expect({ purpose: task?.purpose, queueSid }).toEqual({ purpose: 'custom', queueSid: VIP_QUEUE });
  expect(await live(begun)).toEqual([task!.taskSid]);
  expect(await twilio(attributesPath(task!.taskSid!))).toMatchObject({
    task_queue_sid: VIP_QUEUE,
    priority: 10,
  });
  await inFlex(running(), task!.taskSid, 'accept');
  await running().advance('PT2H');
  expect(await seen(running(), begun)).toMatchObject({ task: { status: 'assigned' }, owed: [] });
  expect(await live(begun)).toEqual([task!.taskSid]);
});

it('anybody else’s goes at once where the last task was', async () => {
  const begun = await leftByAlice(running());
  await writes(running(), begun);
  await running().advance('PT1S');
  await hears();
  expect(await seen(running(), begun)).toMatchObject({ queueSid: EVERYONE, task: { purpose: 'custom' } });
});

it('an event that comes twice makes one task', async () => {
  const begun = await vipReplied();
  await hears();
  await hears();
  expect(await live(begun)).toHaveLength(1);
  expect(lines.map(({ message }) => message)).toEqual(['the reply was routed', 'the reply was routed']);
});

it('somebody else who is quicker is fine: by another invite, or by an agent’s accept', async () => {
  const begun = await vipReplied();
  await invites(running(), begun, { priority: 3 });
  await hears();
  const [taskSid] = await live(begun);
  await inFlex(running(), taskSid, 'accept');
  await hears();
  expect(await live(begun)).toEqual([taskSid]);
  expect(lines.map(({ message }) => message)).toEqual([
    'somebody else was quicker',
    'somebody else was quicker',
  ]);
});

it('a lost invite is told, and nothing is done about it', async () => {
  const begun = await vipReplied();
  await hears();
  await goOffline('Alice', 'Bob', 'Carol');
  await running().advance('P14D'); // as long as TaskRouter lets a task wait
  const [lost] = (await heard()).filter((event) => event['detail-type'] === 'InviteLost');
  await handler(lost!);
  expect(lines.at(-1)).toEqual({
    message: 'an invite found no agent',
    eventId: lost!.detail.eventId,
    conversationSid: begun.conversationSid,
  });
  await running().advance('PT2M');
  expect(await live(begun)).toHaveLength(1);
  expect(await seen(running(), begun)).toMatchObject({ queueSid: VIP_QUEUE, task: { purpose: 'custom' } });
});

it('says nothing of a customer but SIDs', async () => {
  const begun = await vipReplied();
  const [{ detail }] = (await heard()) as [Heard];
  await hears();
  expect(lines).toEqual([
    { message: 'the reply was routed', eventId: detail.eventId, conversationSid: begun.conversationSid },
  ]);
});

import { DEMO_FLOW_SID } from '../../../local/twilio/demo';
import { EVERYONE, Harness, type Json, type Reply, type Started, WORKFLOW } from './harness';

let harness: Harness;
beforeEach(async () => {
  harness = await Harness.open();
});
afterEach(() => harness.close());

const hooksOf = ({ conversationSid }: Started) => `/v1/Conversations/${conversationSid}/Webhooks`;
const hook = (started: Started, more: Record<string, string> = {}): Promise<Reply> =>
  harness.post(hooksOf(started), { Target: 'studio', 'Configuration.FlowSid': DEMO_FLOW_SID, ...more });
const hooks = (started: Started) => harness.list(hooksOf(started), 'webhooks');
const writes = ({ conversationSid }: Started, who: 'customer' | 'agent' | 'bot' = 'customer') =>
  harness.twilio.writeMessage(conversationSid, who, 'Any news?');

/** Tasks of the conversation but the first. */
async function made({ channel }: Started): Promise<Json[]> {
  const [, ...invites] = await harness.list(`${channel}/Invites`, 'invites');
  return invites.map((each) => (each.routing as { properties: Json }).properties);
}

describe('the demo flow', () => {
  it('makes a task of what the customer writes, and has done with the conversation', async () => {
    const started = await harness.startAccepted();
    expect((await hook(started)).status).toBe(201);
    await writes(started);
    const [task, ...others] = await made(started);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ workflow_sid: WORKFLOW, queue_sid: EVERYONE });
    expect(JSON.parse(String(task!.attributes))).toMatchObject({
      conversationSid: started.conversationSid,
      studioFlowSid: DEMO_FLOW_SID,
    });
    expect(await hooks(started)).toEqual([]);
    await writes(started);
    expect(await made(started)).toHaveLength(1);
  });

  it.each(['agent', 'bot'] as const)('does nothing of what the %s writes', async (who) => {
    const started = await harness.startAccepted();
    await hook(started);
    await writes(started, who);
    expect(await made(started)).toEqual([]);
    expect(await hooks(started)).toHaveLength(1);
  });

  it('does nothing of what a webhook is not told of', async () => {
    const started = await harness.start();
    await hook(started, { 'Configuration.Filters': 'onMessageRemoved' });
    await writes(started);
    expect(await made(started)).toEqual([]);
  });

  it('takes the messages from the index that it is to be replayed from, also one that is still to come', async () => {
    const started = await harness.start();
    await writes(started);
    await hook(started, { 'Configuration.ReplayAfter': '1' });
    expect(await made(started)).toEqual([]);
    await writes(started);
    expect(await made(started)).toHaveLength(1);
  });

  it('takes a message that is there already, once', async () => {
    const started = await harness.start();
    await writes(started);
    await writes(started);
    const reply = await hook(started, { 'Configuration.ReplayAfter': '0' });
    expect(reply.body.configuration).toEqual({
      flow_sid: DEMO_FLOW_SID,
      filters: ['onMessageAdded'],
      replay_after: 0,
    });
    expect(await made(started)).toHaveLength(1);
    expect(await hooks(started)).toEqual([]);
  });

  it('of any other SID is not here: its webhook is kept, and does nothing', async () => {
    const started = await harness.start();
    await hook(started, { 'Configuration.FlowSid': `FW${'5'.repeat(32)}` });
    await writes(started);
    expect(await made(started)).toEqual([]);
    expect(await hooks(started)).toHaveLength(1);
  });
});

it.each<Record<string, string>>([
  { 'Configuration.FlowSid': '' },
  { 'Configuration.FlowSid': 'FW1' },
  { 'Configuration.ReplayAfter': 'now' },
  { 'Configuration.ReplayAfter': '-1' },
])('a webhook to Studio is refused with %j', async (form) => {
  const started = await harness.start();
  expect((await hook(started, form)).status).toBe(400);
  expect(await hooks(started)).toEqual([]);
});

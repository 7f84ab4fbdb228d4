import { ALICE } from '../running-product';
import { acceptedByAlice, type Begun, does, pausedByAlice, refusal, seen, timers, twilio } from '../acts';
import { productForEach } from '../fixture';

const running = productForEach();

const pause = ({ path }: Begun, body: object = {}) => running().post(`${path}/pause`, ALICE, body);
const write = ({ conversationSid }: Begun, from: string) =>
  running().post(`/local/conversations/${conversationSid}/messages`, undefined, { from, body: 'Hello' });

async function expectRefused(begun: Begun, body: object, expected: string): Promise<void> {
  const before = await seen(running(), begun);
  expect(refusal(await pause(begun, body))).toBe(expected);
  expect(await seen(running(), begun)).toEqual(before);
  expect(await timers(running())).toEqual([]);
}

it('a reason has to be given where it is required, and one of the list', async () => {
  await running().set({ pause: { reasons: ['research', 'waiting'], requireReason: true } });
  const begun = await acceptedByAlice(running());
  await expectRefused(begun, {}, '400 invalid-request');
  await expectRefused(begun, { reason: 'lunch' }, '400 invalid-request');
  expect(await does(running(), ALICE, `${begun.path}/pause`, { reason: 'waiting' })).toMatchObject({
    pause: { reason: 'waiting' },
  });
});

it("a customer's message that the agent has not seen refuses the pause", async () => {
  const begun = await acceptedByAlice(running());
  await write(begun, 'customer');
  const { index } = (await write(begun, 'customer')).body as { index: number };
  await expectRefused(begun, { seenIndex: index - 1 }, '409 customer-replied');
  expect((await pause(begun, { seenIndex: index })).status).toBe(200);
});

it("an agent's own message that was not seen refuses nothing", async () => {
  const begun = await acceptedByAlice(running());
  const { index } = (await write(begun, 'customer')).body as { index: number };
  await write(begun, 'agent');
  expect((await pause(begun, { seenIndex: index })).status).toBe(200);
});

it('an agent has at most as many pauses as the settings allow', async () => {
  await running().set({ pause: { maxPerAgent: 1 } });
  await pausedByAlice(running());
  const begun = await acceptedByAlice(running());
  const before = await seen(running(), begun);
  expect(refusal(await pause(begun))).toBe('409 pause-limit');
  expect(await seen(running(), begun)).toEqual(before);
});

it('a pause that would outlast the conversation at Twilio is refused', async () => {
  const begun = await acceptedByAlice(running());
  await twilio(`/v1/Conversations/${begun.conversationSid}`, { 'Timers.Closed': 'P2D' });
  await expectRefused(begun, { timeLimit: 'P3D' }, '409 conversation-timer');
  expect((await pause(begun, { timeLimit: 'P1D' })).status).toBe(200);
});

it('under HIPAA only some channels may be paused, without a note, and no name is shown', async () => {
  await running().set({ hipaa: true });
  await expectRefused(await acceptedByAlice(running(), 'whatsapp'), {}, '403 channel-not-eligible');
  const begun = await acceptedByAlice(running(), 'sms');
  await expectRefused(begun, { note: 'secret' }, '400 invalid-request');
  expect(await does(running(), ALICE, `${begun.path}/pause`)).toMatchObject({
    customerName: null,
    pause: { note: null },
  });
});

import { handler as reassign } from '../../lambda/reassign';
import { clock } from '../../lambda/runtime/clock';
import { handler as sweep } from '../../lambda/sweep';
import type { Conversation } from '../../lambda/domain/record';
import { plusSeconds } from '../../lambda/domain/time';
import { NOW, sid } from '../doubles/constants';
import { DEADLINE, paused } from '../doubles/records';
import { formEvent } from '../http/events';
import { metricsIn } from './embedded-metric-format';
import { acceptedEvent, quietTwilio, signatureOf, useFunctions } from './functions';
import { taskRouter } from './handlers';

const { twilio, store, logs } = useFunctions();
const STACK = 'flex-leave-pause-test';
const REQUEST = { awsRequestId: 'request-of-the-test' };

let now: string;
let conversations = 0x200;

beforeAll(() => {
  process.env.METRICS_STACK = STACK;
});
afterAll(() => delete process.env.METRICS_STACK);
beforeEach(() => {
  now = NOW;
  twilio.answer(quietTwilio);
  jest.spyOn(clock, 'now').mockImplementation(() => new Date(Date.parse(now) + 500));
});

const metrics = () => metricsIn(logs(), STACK, Date.parse(now));

/** A webhook of TaskRouter that is signed, unless another signature is given. */
function send(signature?: string) {
  const fields = Object.entries(acceptedEvent(sid('CH', (conversations += 1))));
  const headers = { 'x-twilio-signature': signature ?? signatureOf('/webhooks/taskrouter', fields) };
  return taskRouter(formEvent(fields, { routeKey: 'POST /webhooks/taskrouter', headers }));
}

/** A paused conversation of its own, in the table. */
async function pausedInTable(): Promise<Conversation> {
  const record = { ...paused(), conversationSid: sid('CH', (conversations += 1)), version: 1 };
  await store().replace(0, record);
  return record;
}

async function deadlineOf({ conversationSid, pause }: Conversation): Promise<void> {
  await reassign({ v: 1, conversationSid, pauseId: pause!.pauseId, deadline: DEADLINE }, REQUEST);
}

it('a webhook that is taken measures nothing', async () => {
  expect((await send()).statusCode).toBe(204);
  expect(metrics()).toEqual({});
});

it('a webhook without a right signature is counted', async () => {
  expect((await send('forged')).statusCode).toBe(403);
  expect(metrics()).toEqual({ SignatureFailures: [1] });
});

it('a webhook that cannot be taken is counted', async () => {
  const { PUBLIC_URL, ...others } = process.env;
  process.env = others;
  expect((await send()).statusCode).toBe(503);
  process.env = { ...others, PUBLIC_URL };
  expect(metrics()).toEqual({ WebhooksNotTaken: [1] });
});

it('the lateness of a deadline is measured, with the request in which it was taken', async () => {
  const record = await pausedInTable();
  now = plusSeconds(DEADLINE, 2);
  twilio.answer({ body: { sid: sid('KG'), routing: { properties: { sid: sid('WT', 9) } } } });
  await deadlineOf(record);
  expect(metrics()).toEqual({ DeadlineLateness: [2.5] });
  expect(logs()).toContainEqual(
    expect.objectContaining({ message: 'measured', requestId: REQUEST.awsRequestId }),
  );
});

it('an invite that is refused for good is counted', async () => {
  const record = await pausedInTable();
  now = DEADLINE;
  twilio.answer(({ url }) => (url.endsWith('/Invites') ? { status: 400, body: {} } : { body: {} }));
  await deadlineOf(record);
  expect(metrics()).toMatchObject({ InvitesRefused: [1, 1] });
});

it('what Twilio did not do is counted, too many requests apart', async () => {
  const record = await pausedInTable();
  now = DEADLINE;
  const answers = [{ status: 429 }, { status: 503 }];
  twilio.answer(() => ({ body: {}, ...answers.shift() }));
  await expect(deadlineOf(record)).rejects.toThrow(record.conversationSid);
  now = plusSeconds(DEADLINE, 5);
  await deadlineOf(record);
  expect(metrics()).toMatchObject({ TwilioTooManyRequests: [1], TwilioErrors: [1] });
});

it('a call that is one too many is not made again by the run of a timer, which calls again itself', async () => {
  const record = await pausedInTable();
  now = DEADLINE;
  twilio.answer(() => ({ status: 429, body: {} }));
  await expect(deadlineOf(record)).rejects.toThrow(record.conversationSid);
  expect(twilio.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('a timer without a record is counted', async () => {
  const gone = { ...paused(), conversationSid: sid('CH', 0x999) };
  await expect(deadlineOf(gone)).rejects.toThrow();
  expect(metrics()).toEqual({ TimersWithoutRecord: [1] });
});

it('a sweep tells how long it took, what it still owes and since when, and what it compared', async () => {
  const record = await pausedInTable();
  now = DEADLINE;
  twilio.answer({ status: 503, body: {} });
  await deadlineOf(record);
  now = plusSeconds(DEADLINE, 600);
  logs().length = 0;
  await sweep({}, REQUEST);
  const { SweepDuration, OldestEffectAge, EffectsOwed, ...others } = metrics();
  expect(SweepDuration![0]).toBeGreaterThan(0);
  expect(OldestEffectAge).toEqual([600]);
  expect(EffectsOwed![0]).toBeGreaterThan(0);
  expect(others).toMatchObject({ RecordsFailed: [0], ComparisonsMade: [0] });
});

it('nothing is written where nobody collects it', async () => {
  delete process.env.METRICS_STACK;
  await send('forged');
  process.env.METRICS_STACK = STACK;
  expect(metrics()).toEqual({});
});

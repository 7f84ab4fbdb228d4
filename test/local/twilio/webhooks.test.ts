import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { ACCOUNT, ALICE, AUTH_TOKEN, AVAILABLE, Harness, OFFLINE, PUBLIC_URL } from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

it('signs against the public URL, as the validator of Twilio checks it', async () => {
  const { conversationSid } = await harness.startAccepted();
  await harness.twilio.writeMessage(conversationSid, 'customer', 'Größe 44, + 50 %?');
  await harness.settled();
  const { received } = harness.webhooks;
  const valid = received.map(({ path, signature, fields }) =>
    validateRequest(AUTH_TOKEN, signature, PUBLIC_URL + path, fields),
  );
  expect(new Set(received.map(({ path }) => path))).toEqual(
    new Set(['/webhooks/taskrouter', '/webhooks/conversations']),
  );
  expect(valid).toEqual(received.map(() => true));
});

it('does not verify once a field is altered', async () => {
  await harness.start();
  await harness.settled();
  const { path, signature, fields } = harness.webhooks.received[0]!;
  const altered = { ...fields, TaskPriority: '9' };
  expect(validateRequest(AUTH_TOKEN, signature, PUBLIC_URL + path, altered)).toBe(false);
});

it('tells of a task in the order of happening', async () => {
  const { taskSid } = await harness.startAccepted();
  await harness.twilio.completeTask(taskSid);
  await harness.settled();
  expect(harness.webhooks.types()).toEqual([
    'task.created',
    'workflow.entered',
    'task-queue.entered',
    'reservation.created',
    'reservation.accepted',
    'reservation.wrapup',
    'task.wrapup',
    'reservation.completed',
    'task.completed',
  ]);
});

it('sends the next of a conversation once the one before is answered', async () => {
  const goOn = harness.webhooks.stall();
  await harness.start();
  await harness.webhooks.arrivals(1);
  expect(harness.webhooks.types()).toEqual(['task.created']);
  goOn();
  await harness.settled();
  expect(harness.webhooks.types()).toHaveLength(4);
});

it('does not let one conversation wait for another', async () => {
  const goOn = harness.webhooks.stall();
  await harness.start();
  await harness.webhooks.arrivals(1);
  await harness.start();
  await harness.webhooks.arrivals(2);
  expect(harness.webhooks.types()).toEqual(['task.created', 'task.created']);
  goOn();
});

it('sends nothing before the change is written', async () => {
  const writing = harness.state.stall();
  const starting = harness.twilio.startConversation('web');
  await writing.waiting;
  await harness.get('/v1/Nothing'); // time enough for one
  expect(harness.webhooks.received).toEqual([]);
  writing.goOn();
  await starting;
  await harness.settled();
  expect(harness.webhooks.types()).toHaveLength(4);
});

it('carries the facts of task, reservation and worker', async () => {
  const { taskSid, reservationSid, workerSid } = await harness.startAccepted();
  await harness.settled();
  expect(harness.webhooks.of('reservation.accepted')).toMatchObject({
    AccountSid: ACCOUNT,
    ResourceSid: reservationSid,
    TaskSid: taskSid,
    TaskAssignmentStatus: 'assigned',
    TaskPriority: '0',
    WorkerSid: workerSid,
    WorkerName: 'Alice',
    Timestamp: '2026-11-02T09:00:00.000Z',
  });
  const attributes = harness.webhooks.of('reservation.accepted')?.WorkerAttributes ?? '';
  expect(JSON.parse(attributes)).toMatchObject({ contact_uri: 'client:alice', full_name: 'Alice' });
});

it('tries an event of TaskRouter again after a 5xx, with the same idempotency token', async () => {
  harness.webhooks.answerNext(503, 204, 204, 204);
  await harness.start();
  await harness.settled();
  const created = harness.webhooks.received.filter(({ fields }) => fields.EventType === 'task.created');
  expect(created).toHaveLength(2);
  expect(created[0]?.token).toBe(created[1]?.token);
});

it('gives up after three more attempts', async () => {
  await harness.setActivity(ALICE, OFFLINE);
  await harness.settled();
  const before = harness.webhooks.received.length;
  harness.webhooks.answerNext(500, 500, 500, 500, 500);
  await harness.setActivity(ALICE, AVAILABLE);
  await harness.settled();
  expect(harness.webhooks.received.length - before).toBe(4);
});

it('does not try a refused event again', async () => {
  harness.webhooks.answerNext(403);
  await harness.start();
  await harness.settled();
  expect(harness.webhooks.types().filter((type) => type === 'task.created')).toHaveLength(1);
});

it('sends a message only once, whatever is answered', async () => {
  const { conversationSid } = await harness.start();
  await harness.settled();
  harness.webhooks.answerNext(503);
  await harness.twilio.writeMessage(conversationSid, 'customer', 'Hello?');
  await harness.settled();
  expect(harness.webhooks.types('/webhooks/conversations')).toEqual(['onMessageAdded']);
});

it('does not keep the caller waiting for the receiver', async () => {
  await harness.webhooks.close();
  const { taskSid } = await harness.start();
  expect((await harness.task(taskSid)).assignment_status).toBe('reserved');
});

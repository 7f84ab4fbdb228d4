import { Harness, type Json, WORKSPACE } from './harness';

const DAY = 24 * 60 * 60;
const EVENTS = `/v1/Workspaces/${WORKSPACE}/Events`;

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

const list = (query: string) => harness.list(`${EVENTS}?${query}`, 'events');
const FROM_THE_START = 'StartDate=2026-11-02T09:00:00Z';

it('lists newest first', async () => {
  const { taskSid } = await harness.start();
  expect((await list(`${FROM_THE_START}&TaskSid=${taskSid}`)).map((one) => one.event_type)).toEqual([
    'reservation.created',
    'task-queue.entered',
    'workflow.entered',
    'task.created',
  ]);
});

it('has the facts of the webhook, in snake case', async () => {
  const { taskSid } = await harness.start();
  await harness.settled();
  const webhook = harness.webhooks.of('reservation.created')!;
  const [event] = await list(`${FROM_THE_START}&EventType=reservation.created`);
  expect(event).toMatchObject({
    sid: webhook.Sid,
    resource_type: 'reservation',
    resource_sid: webhook.ReservationSid,
    event_date: '2026-11-02T09:00:00Z',
    event_data: {
      task_sid: taskSid,
      task_attributes: webhook.TaskAttributes,
      task_assignment_status: 'reserved',
      worker_sid: webhook.WorkerSid,
      worker_attributes: webhook.WorkerAttributes,
      reservation_sid: webhook.ReservationSid,
      task_channel_unique_name: 'web',
    },
  });
});

it('pages to the end, nothing twice and nothing skipped, also when events come in between', async () => {
  await harness.start();
  await harness.start();
  const expected = (await list(FROM_THE_START)).map(({ sid }) => sid);
  const seen: unknown[] = [];
  let url: string | null = `${EVENTS}?${FROM_THE_START}&PageSize=3`;
  while (url) {
    const { body } = await harness.get(url);
    const events = body.events as Json[];
    expect(events.length).toBeLessThanOrEqual(3);
    seen.push(...events.map(({ sid }) => sid));
    await harness.start();
    url = (body.meta as { next_page_url: string | null }).next_page_url;
  }
  expect(seen).toEqual(expected);
});

it('begins and ends with whole seconds of StartDate and EndDate', async () => {
  await harness.start();
  await harness.clock.advance(10);
  await harness.start();
  const types = (query: string) => list(`${query}&EventType=task.created`);
  expect(await types('StartDate=2026-11-02T09:00:10Z')).toHaveLength(1);
  expect(await types('StartDate=2026-11-02T09:00:11Z')).toHaveLength(0);
  expect(await types(`${FROM_THE_START}&EndDate=2026-11-02T09:00:09Z`)).toHaveLength(1);
});

it('goes back 15 minutes when no date is given', async () => {
  await harness.start();
  await harness.clock.advance(16 * 60);
  await harness.start();
  expect(await list('EventType=task.created')).toHaveLength(1);
});

it('refuses the page parameter', async () => {
  const { status, body } = await harness.get(`${EVENTS}?${FROM_THE_START}&Page=1`);
  expect([status, body.code]).toEqual([400, 40153]);
});

it.each(['StartDate=yesterday', `${FROM_THE_START}&PageSize=0`, `${FROM_THE_START}&PageToken=PAnone`])(
  'refuses %s',
  async (query) => {
    expect((await harness.get(`${EVENTS}?${query}`)).status).toBe(400);
  },
);

it('keeps events for 30 days', async () => {
  await harness.start();
  await harness.clock.advance(31 * DAY);
  await harness.start();
  const created = await list('StartDate=2026-01-01T00:00:00Z&EventType=task.created');
  expect(created.map((one) => one.event_date)).toEqual(['2026-12-03T09:00:00Z']);
});

import { agentsJoined } from '../../../operate/status/checks/agents-joined';
import { conversationTimers } from '../../../operate/status/checks/conversation-timers';
import { credentials } from '../../../operate/status/checks/credentials';
import { eventList } from '../../../operate/status/checks/event-list';
import { flexLeaveAndPause } from '../../../operate/status/checks/flex-leave-and-pause';
import { givenUpTasks } from '../../../operate/status/checks/given-up-tasks';
import { invitesAsAsked } from '../../../operate/status/checks/invites-as-asked';
import { knownAgentTargets } from '../../../operate/status/checks/known-agent-targets';
import { reservationTimeouts } from '../../../operate/status/checks/reservation-timeouts';
import { unassigned } from '../../../operate/status/checks/unassigned';
import { type OurTask } from '../../../operate/status/tasks';
import { sid } from '../../doubles/constants';
import { BOTH_ON, PAUSE_ON } from '../../doubles/deps';
import { MemoryStore } from '../../doubles/store';
import { ALICE, EVERYONE, WORKFLOW } from '../../local/twilio/harness';
import { AtStandIn, CREDENTIALS, DEPLOYMENT, WORKSPACE_PATH } from '../at-stand-in';
import { look, sourcesAt, sourcesWith } from './sources';

let at: AtStandIn;
beforeEach(async () => (at = await AtStandIn.open()));
afterEach(() => at.close());

const WORKFLOW_PATH = `${WORKSPACE_PATH}/Workflows/${WORKFLOW}`;
const routing = (task_routing: object) => ({ Configuration: JSON.stringify({ task_routing }) });

describe('credentials', () => {
  const lookWith = (change: object, deployment = DEPLOYMENT) =>
    look(
      credentials,
      sourcesAt(at, { deployment, credentials: async () => ({ ...CREDENTIALS, ...change }) }),
    );

  it('are well where Twilio knows them', async () => {
    expect(await lookWith({})).toEqual({
      level: 'ok',
      facts: { secret: 'twilio', callsAreMadeWith: 'auth token', isBeingRotated: false },
    });
  });

  it.each([
    ['the auth token', { authToken: 'another' }],
    ['the API key', { apiKeySid: sid('SK'), apiKeySecret: 'another' }],
  ])('are an error where Twilio does not know %s, which is not told', async (_, change) => {
    const found = await lookWith(change);
    expect(found.level).toBe('error');
    expect(JSON.stringify(found)).not.toContain('another');
  });

  it('are an error where the account has another workspace', async () => {
    const deployment = { ...DEPLOYMENT, workspaceSid: sid('WS', 9) };
    expect(await lookWith({}, deployment)).toMatchObject({
      level: 'error',
      facts: { workspaceSid: sid('WS', 9) },
    });
  });
});

describe("Flex's own Leave and Pause", () => {
  const setMethods = (agent_conv_end_methods: unknown) =>
    at.harness.send('POST', '/v1/Configuration', JSON.stringify({ agent_conv_end_methods }), {
      'content-type': 'application/json',
    });

  it.each([null, {}, { enabled: [] }])('are off with %j', async (methods) => {
    await setMethods(methods);
    expect((await look(flexLeaveAndPause, sourcesAt(at))).level).toBe('ok');
  });

  it('are told where one is on', async () => {
    await setMethods({ enabled: ['Leave'], dateUpdated: '2026-11-02T09:00:00Z' });
    expect(await look(flexLeaveAndPause, sourcesAt(at))).toEqual({
      level: 'warn',
      facts: { enabled: ['Leave'] },
    });
  });
});

describe('the close timer of Conversations', () => {
  it.each<[string, string | undefined, typeof PAUSE_ON | undefined, string]>([
    ['none', undefined, BOTH_ON, 'ok'],
    ['as long as a pause may last', 'P14D', PAUSE_ON, 'ok'],
    ['shorter than a pause may last', 'P13D', PAUSE_ON, 'error'],
    ['longer than a pause, and shorter than a leave', 'P15D', BOTH_ON, 'error'],
    ['shorter, while both are off', 'P1D', undefined, 'warn'],
    ['of a month, which has no length', 'P3M', PAUSE_ON, 'warn'],
  ])('%s is %s', async (_, timer, settings, level) => {
    const twilio = { ...at.twilio, get: async () => ({ default_closed_timer: timer ?? null }) };
    const sources = sourcesAt(at, {
      ...(settings && { store: new MemoryStore(settings) }),
      ...(timer === 'P3M' && { twilio: async () => twilio }),
    });
    if (timer !== undefined && timer !== 'P3M')
      await at.harness.post('/v1/Configuration', { DefaultClosedTimer: timer });
    expect((await look(conversationTimers, sources)).level).toBe(level);
  });
});

describe('workflows', () => {
  const known = (target: object) => routing({ filters: [{ targets: [{ queue: EVERYONE, ...target }] }] });

  it('are well as they are here', async () => {
    expect((await look(knownAgentTargets, sourcesAt(at))).level).toBe('ok');
    expect((await look(reservationTimeouts, sourcesAt(at))).level).toBe('ok');
  });

  it('are told where one waits for a known agent without end', async () => {
    await at.harness.post(WORKFLOW_PATH, known({ known_worker_sid: 'task.leavePause.workerSid' }));
    expect(await look(knownAgentTargets, sourcesAt(at))).toMatchObject({
      level: 'warn',
      facts: { workflows: [{ workflowSid: WORKFLOW }] },
    });
    await at.harness.post(WORKFLOW_PATH, known({ known_worker_friendly_name: 'task.agent', timeout: 30 }));
    expect((await look(knownAgentTargets, sourcesAt(at))).level).toBe('ok');
  });

  it('are told where a reservation ends before a named invite', async () => {
    await at.harness.post(WORKFLOW_PATH, { TaskReservationTimeout: '60' });
    expect(await look(reservationTimeouts, sourcesAt(at))).toMatchObject({
      level: 'warn',
      facts: { workflows: [{ reservationTimeoutSeconds: 60 }] },
    });
  });

  it('are told where the default one has no default target, and are an error where it is not there', async () => {
    await at.harness.post(WORKFLOW_PATH, routing({ filters: [] }));
    expect((await look(reservationTimeouts, sourcesAt(at))).level).toBe('warn');
    const deployment = { ...DEPLOYMENT, workflowSid: sid('WW', 9) };
    expect((await look(reservationTimeouts, sourcesAt(at, { deployment }))).level).toBe('error');
  });
});

describe('the tasks of our invites', () => {
  const marker = { inviteId: 'i-1', purpose: 'reply', queueSid: EVERYONE };

  /** A conversation whose agent is gone, and that has an invite of ours. */
  async function invited(properties: object = {}, more: object = {}): Promise<string> {
    const { channel, taskSid } = await at.harness.startAccepted();
    await at.harness.twilio.completeTask(taskSid);
    const invite = await at.harness.invite(channel, {
      queue_sid: EVERYONE,
      timeout: 1_209_600,
      attributes: { leavePause: { ...marker, ...more } },
      ...properties,
    });
    return invite.taskSid;
  }

  it('are as they were asked for, and do not wait long, at first', async () => {
    await at.harness.start();
    await invited();
    expect(await look(invitesAsAsked, sourcesAt(at))).toEqual({
      level: 'ok',
      facts: { seen: 1, others: [] },
    });
    expect(await look(unassigned, sourcesAt(at))).toMatchObject({ level: 'ok', facts: { waiting: 1 } });
  });

  it('are told where queue or time-out are others', async () => {
    const taskSid = await invited({ timeout: 3600 }, { queueSid: sid('WQ', 9) });
    expect(await look(invitesAsAsked, sourcesAt(at))).toMatchObject({
      level: 'warn',
      facts: { others: [{ taskSid, differs: ['queue', 'timeout'] }] },
    });
  });

  it('are told where Flex has not added the SID of the conversation', async () => {
    const task = {
      taskSid: 'WT1',
      queueSid: EVERYONE,
      timeoutSeconds: 100,
      attributes: {},
      marker,
    } as never as OurTask;
    const found = await look(invitesAsAsked, sourcesWith({ tasks: async () => [task] }));
    expect(found).toMatchObject({ level: 'warn', facts: { others: [{ differs: ['conversationSid'] }] } });
  });

  it('are told where they wait for more than an hour, and not once an agent has them', async () => {
    const taskSid = await invited();
    await at.harness.clock.advance(3601);
    expect(await look(unassigned, sourcesAt(at))).toMatchObject({
      level: 'warn',
      facts: { waiting: 1, longest: [{ taskSid }] },
    });
    await at.harness.twilio.acceptTask(taskSid);
    expect(await look(unassigned, sourcesAt(at))).toMatchObject({ level: 'ok', facts: { waiting: 0 } });
  });

  it('have their agent in the conversation, where it was accepted for a named one; else it is an error', async () => {
    const taskSid = await invited({}, { workerSid: ALICE });
    await at.harness.twilio.acceptTask(taskSid);
    await at.harness.clock.advance(31);
    expect(await look(agentsJoined, sourcesAt(at))).toEqual({
      level: 'ok',
      facts: { looked: 1, missing: [] },
    });
    const nobody = sourcesAt(at, { calls: async () => ({ participants: async () => [] }) });
    expect(await look(agentsJoined, nobody)).toMatchObject({ level: 'error', facts: { missing: [taskSid] } });
  });

  it('are not looked at for their agents within half a minute', async () => {
    await at.harness.twilio.acceptTask(await invited({}, { workerSid: ALICE }));
    expect((await look(agentsJoined, sourcesAt(at))).facts).toMatchObject({ looked: 0 });
  });
});

describe("TaskRouter's event list", () => {
  const withEvents = (...events: object[]) =>
    sourcesAt(at, { twilio: async () => ({ ...at.twilio, get: async () => ({ events }) }) });

  it('is as it was assumed to be here', async () => {
    await at.harness.startAccepted();
    const { level, facts } = await look(eventList, sourcesAt(at));
    expect(level).toBe('ok');
    expect(facts).toMatchObject({ odd: 0, failures: 0 });
    expect(facts['seen']).toBeGreaterThan(3);
  });

  it.each([
    [
      'the date in milliseconds',
      { event_type: 'task.created', resource_type: 'task', event_data: { task_sid: 'WT' } },
    ],
    [
      'names in snake case',
      { event_type: 'task.created', event_date_ms: 1, resource_type: 'task', event_data: { TaskSid: 'WT' } },
    ],
  ])('is an error where it lacks %s', async (_, event) => {
    expect(await look(eventList, withEvents(event))).toMatchObject({ level: 'error', facts: { odd: 1 } });
  });

  it('is told where sweeps cannot take the next event', async () => {
    const store = new MemoryStore(PAUSE_ON);
    await store.moveEventCursor({ at: Date.parse('2026-11-02T08:00:00Z'), failures: 5 });
    expect(await look(eventList, sourcesAt(at, { store }))).toMatchObject({
      level: 'warn',
      facts: { failures: 5, readUpTo: '2026-11-02T08:00:00.000Z' },
    });
  });

  it('says of what a workflow gave up that it was canceled; else that is told', async () => {
    const gaveUp = { event_type: 'workflow.timeout', event_data: { task_sid: sid('WT', 7) } };
    const answering = (canceled: object[]) =>
      sourcesAt(at, {
        twilio: async () => ({
          ...at.twilio,
          get: async (_: string, asked: object = {}) =>
            'TaskSid' in asked ? { events: canceled } : { events: [gaveUp] },
        }),
      });
    expect((await look(givenUpTasks, sourcesAt(at))).level).toBe('ok');
    expect((await look(givenUpTasks, answering([{}]))).level).toBe('ok');
    expect(await look(givenUpTasks, answering([]))).toMatchObject({
      level: 'warn',
      facts: { stillThere: [sid('WT', 7)] },
    });
  });
});

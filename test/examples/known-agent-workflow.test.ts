import workflow from '../../examples/known-agent-workflow/workflow.json';
import { DEMO_TWILIO } from '../../local/settings';
import { DEMO_USERS } from '../../local/twilio/demo';
import { type Begun, does, goOffline, leftByAlice, pausedByAlice, seen, twilio, writes } from '../e2e/acts';
import { productForEach } from '../e2e/fixture';
import { ALICE, DEE } from '../e2e/running-product';
import { asks, problemsOfWorkflow, type WorkflowConfiguration } from './workflow-configuration';

const ALICES = DEMO_USERS.find(({ name }) => name === 'Alice')!.workerSid!;

describe('the workflow', () => {
  it('is one that TaskRouter takes, and in which no task waits for ever', () => {
    expect(problemsOfWorkflow(workflow)).toEqual([]);
  });

  it.each([
    ['a target before the last waits for ever', '"timeout":300', '"timeout":0'],
    ['the last target does not take anybody', ',{"queue":"WQ00000000000000000000000000000000"}', ''],
    ['the last target does not take anybody', '},{', '},{"timeout":60,'],
    ['a target has no queue', '},{"queue":"WQ', '},{"queue":"'],
    ['a target replaces the priority', '"timeout":300', '"timeout":300,"priority":5'],
    ['its expression is wrong', " CONTAINS 'WK'", ''],
  ])('would not be one where %s', (problem, part, instead) => {
    const spoiled = JSON.stringify(workflow).replace(part, instead);
    expect(problemsOfWorkflow(JSON.parse(spoiled) as WorkflowConfiguration)).toContainEqual(
      expect.stringContaining(problem),
    );
  });

  it.each([{}, { leavePause: { inviteId: 'i' } }, { leavePause: { workerSid: null } }])(
    'sends what names nobody to the queue: %j',
    (attributes) => {
      expect(asks(workflow, attributes)).toEqual(['anybody']);
    },
  );
});

describe('the tasks of the product', () => {
  const running = productForEach();

  /** Attributes of the task that waits for an agent. */
  async function waiting(begun: Begun): Promise<Record<string, unknown>> {
    const { task } = await seen(running(), begun);
    expect(task?.status).toBe('pending');
    const found = await twilio(`/v1/Workspaces/${DEMO_TWILIO.workspaceSid}/Tasks/${task!.taskSid}`);
    return JSON.parse(String(found['attributes'])) as Record<string, unknown>;
  }

  it('resumed at capacity: first their agent is asked, then anybody', async () => {
    const begun = await pausedByAlice(running());
    await goOffline('Alice', 'Bob', 'Carol');
    expect(await does(running(), ALICE, `${begun.path}/resume`)).toMatchObject({ routedTo: 'workflow' });
    expect(asks(workflow, await waiting(begun))).toEqual([ALICES, 'anybody']);
  });

  it('that found no agent: the next one names nobody', async () => {
    const begun = await pausedByAlice(running());
    await goOffline('Alice', 'Bob', 'Carol');
    await does(running(), ALICE, `${begun.path}/resume`);
    await running().advance('P14D'); // as long as TaskRouter lets a task wait
    await running().advance('PT2M');
    expect(asks(workflow, await waiting(begun))).toEqual(['anybody']);
  });

  it('reassigned to the queue: not even the agent that they were taken from is named', async () => {
    const begun = await pausedByAlice(running());
    await goOffline('Alice', 'Bob', 'Carol');
    await does(running(), DEE, `${begun.path}/reassign`);
    expect(asks(workflow, await waiting(begun))).toEqual(['anybody']);
  });

  it('of a reply: anybody is asked', async () => {
    await running().set({ leave: { enabled: true } });
    const begun = await leftByAlice(running());
    await goOffline('Alice', 'Bob', 'Carol');
    await writes(running(), begun);
    await running().advance('PT3M');
    expect(asks(workflow, await waiting(begun))).toEqual(['anybody']);
  });
});

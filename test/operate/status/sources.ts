import { DEFAULT_SETTINGS, type Settings } from '../../../lambda/domain/settings';
import { twilioOver } from '../../../lambda/adapters/twilio';
import { type Conversation } from '../../../lambda/domain/record';
import { type Found } from '../../../operate/status/finding';
import { type Check, type Sources } from '../../../operate/status/sources';
import { readOurTasks } from '../../../operate/status/tasks';
import { readWorkflows } from '../../../operate/status/workflows';
import { readConnections } from '../../../operate/twilio/connections';
import { NOW } from '../../doubles/constants';
import { MemoryStore } from '../../doubles/store';
import { type AtStandIn, CREDENTIALS, DEPLOYMENT } from '../at-stand-in';

/** What a check has no business with. */
const NOT_HERE = new Proxy({} as never, {
  get: () => () => {
    throw new Error('The check asks for what it should not need');
  },
});

/** Sources with which nothing can be looked at but what is given. */
export function sourcesWith(given: Partial<Sources>): Sources {
  const nothing = async () => {
    throw new Error('The check asks for what it should not need');
  };
  return {
    deployment: DEPLOYMENT,
    now: () => new Date(NOW),
    credentials: nothing,
    twilio: nothing,
    twilioWith: () => NOT_HERE,
    calls: nothing,
    twilioUrl: '',
    connections: nothing,
    workflows: nothing,
    tasks: nothing,
    store: NOT_HERE,
    lists: NOT_HERE,
    stepFunctions: NOT_HERE,
    logs: NOT_HERE,
    lambda: NOT_HERE,
    ...given,
  };
}

/** What Twilio's stand-in tells, at its clock. */
export function sourcesAt(at: AtStandIn, given: Partial<Sources> = {}): Sources {
  return sourcesWith({
    now: () => at.harness.clock.now(),
    credentials: async () => CREDENTIALS,
    twilio: async () => at.twilio,
    twilioWith: (credentials) => at.twilioWith(credentials),
    calls: async () => twilioOver(at.transport(), DEPLOYMENT.workspaceSid),
    twilioUrl: at.harness.url,
    connections: () => readConnections(at.twilio, DEPLOYMENT),
    workflows: () => readWorkflows(at.twilio, DEPLOYMENT),
    tasks: () => readOurTasks(at.twilio, DEPLOYMENT),
    store: new MemoryStore(DEFAULT_SETTINGS),
    ...given,
  });
}

/** What the table tells that has these records. */
export async function sourcesOver(
  records: readonly Conversation[],
  given: Partial<Sources> & { settings?: Settings } = {},
): Promise<Sources> {
  const store = new MemoryStore(given.settings ?? DEFAULT_SETTINGS);
  for (const record of records) await store.replace(0, record);
  return sourcesWith({ store, lists: store, ...given });
}

/** Level and facts; what is not well also has to say what to do. */
export async function look(check: Check, sources: Sources): Promise<Pick<Found, 'level' | 'facts'>> {
  const { level, what, do: todo, facts } = await check(sources);
  expect(what).toMatch(/^[A-Z].*[^.]$/);
  if (level === 'ok') expect(todo).toBeUndefined();
  else expect(todo).toMatch(/\.$/);
  return { level, facts };
}

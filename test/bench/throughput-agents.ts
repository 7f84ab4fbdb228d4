import { type DemoUser, DEMO_USERS } from '../../local/twilio/demo';

/**
 * With those of the demo they take 24 tasks of each channel: each of 64 conversations is with an agent who has room for
 * another one, so that none that is resumed finds its agent at capacity.
 */
const MORE: readonly DemoUser[] = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9'].map((digits) => ({
  name: `Agent ${digits}`,
  identity: `agent-${digits}`,
  roles: ['agent'],
  token: `token-of-agent-${digits}`,
  workerSid: `WK${digits.padEnd(32, '0')}`,
}));

/** In the process of a product that has not started yet: its Twilio has workers for whoever is in the demo's list. */
export function hireMoreAgents(): void {
  (DEMO_USERS as DemoUser[]).push(...MORE);
}

/** The token of one of all these agents. */
export function tokenOf(workerSid: string): string {
  const agent = [...DEMO_USERS, ...MORE].find((each) => each.workerSid === workerSid);
  if (!agent) throw new Error(`${workerSid} is no agent`);
  return agent.token;
}

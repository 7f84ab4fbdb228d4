import { type AgentList, type PausedSummary } from '../api/types';

/** An agent as supervisors see one. */
export interface Person {
  readonly workerSid: string;
  readonly name: string;
  /** Whether the activity takes tasks; null: not among the agents of the workspace (any more), or they cannot be listed */
  readonly available: boolean | null;
  /** How many conversations the agent has paused, of those that the summary counts */
  readonly paused: number;
}

/** The agents of the workspace, and who is none any more and has paused something, by name. */
export function peopleOf(
  agents: AgentList['agents'] | undefined,
  summary: PausedSummary | undefined,
): Person[] {
  const people = new Map<string, Person>();
  for (const { workerSid, name, count } of summary?.byWorker ?? [])
    people.set(workerSid, { workerSid, name: name ?? workerSid, available: null, paused: count });
  for (const { workerSid, name, available } of agents ?? [])
    people.set(workerSid, { workerSid, name, available, paused: people.get(workerSid)?.paused ?? 0 });
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}

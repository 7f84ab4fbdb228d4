import { useCallback, useEffect, useState } from 'react';
import { type Api } from '../api/client';
import { type AgentList } from '../api/types';
import { useWorkplace } from '../conversations/workplace';

/** Of TaskRouter's pages of a hundred: nobody picks from a list of more than 2,000. */
const MOST_PAGES = 20;

export interface Agents {
  /** undefined: not known, or they cannot be listed now */
  readonly agents: AgentList['agents'] | undefined;
  /** Asks again: who is available changes. */
  readonly refresh: () => void;
}

/** The agents of the workspace. They are not polled: each page is a call to Twilio. */
export function useAgents(): Agents {
  const { api } = useWorkplace();
  const [agents, setAgents] = useState<AgentList['agents']>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    allAgents(api).then(
      (heard) => isCurrent && setAgents(heard),
      // Lists and commands go on without; the pickers have the queue and who has paused something.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, round]);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  return { agents, refresh };
}

async function allAgents(api: Api): Promise<AgentList['agents']> {
  let page = await api.agents();
  const agents = [...page.agents];
  for (let read = 1; read < MOST_PAGES && page.next !== undefined; read++) {
    page = await api.agents(page.next);
    agents.push(...page.agents);
  }
  return agents;
}

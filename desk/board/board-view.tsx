import { useMemo } from 'react';
import { useWorkplace, WorkplaceProvider } from '../conversations/workplace';
import { type ViewProps } from '../shell/views';
import { Board } from './board';
import { type Parking } from './tabs';
import { useAgents } from './use-agents';

/** The supervisor's board: "#/board/paused", "#/board/left", and a conversation of one of them beside it. */
export function BoardView({ rest, go }: ViewProps) {
  const workplace = useWorkplace();
  const { agents, refresh } = useAgents();
  // A supervisor may know who everybody is.
  const withNames = useMemo(() => {
    const names = new Map(agents?.map(({ workerSid, name }) => [workerSid, name]));
    return {
      ...workplace,
      nameOf: (workerSid: string) => names.get(workerSid) ?? workplace.nameOf(workerSid),
    };
  }, [workplace, agents]);
  const [tab = '', selected = ''] = rest.split('/');
  const parking: Parking = tab === 'left' ? 'left' : 'paused';
  return (
    <WorkplaceProvider workplace={withNames}>
      <Board
        key={parking}
        parking={parking}
        selected={selected === '' ? null : selected}
        agents={agents}
        onAskAgents={refresh}
        go={go}
      />
    </WorkplaceProvider>
  );
}

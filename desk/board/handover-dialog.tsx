import { HelpText } from '@twilio-paste/help-text';
import { useState } from 'react';
import { type HandedOver } from '../api/client';
import { useCommand } from '../conversations/use-command';
import { useWorkplace } from '../conversations/workplace';
import { Dialog } from '../conversations/dialog';
import { type Person } from './people';
import { availability, PersonField } from './person-field';

export interface HandoverDialogProps {
  readonly people: readonly Person[];
  /** Whose work it is, where that is known already; "": not yet */
  readonly from: string;
  /** @param to null: the queues */
  readonly onHandedOver: (handedOver: HandedOver, from: Person, to: Person | null) => void;
  readonly onCancel: () => void;
}

/** All that somebody has paused, to a colleague or to the queues: who is ill, on holiday, or gone. */
export function HandoverDialog(props: HandoverDialogProps) {
  const { people, onHandedOver, onCancel } = props;
  const { api } = useWorkplace();
  const { running, problem, dismiss, run } = useCommand<'handover'>();
  const [fromSid, setFromSid] = useState(props.from);
  const [toSid, setToSid] = useState('');
  const [isTried, setTried] = useState(false);
  const from = people.find(({ workerSid }) => workerSid === fromSid);
  const to = people.find(({ workerSid }) => workerSid === toSid && workerSid !== fromSid) ?? null;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (!from) return;
    const request = { fromWorkerSid: from.workerSid, ...(to && { toWorkerSid: to.workerSid }) };
    const handedOver = await run('handover', () => api.handover(request));
    if (handedOver) onHandedOver(handedOver, from, to);
  };

  return (
    <Dialog
      title="Hand over paused work"
      action="Hand over"
      isRunning={running !== null}
      problem={problem}
      onDismissProblem={dismiss}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <PersonField
        id="handover-from"
        label="From"
        none="Choose an agent"
        people={people}
        about={({ paused }) => `${paused} paused`}
        value={fromSid}
        onChange={setFromSid}
      />
      {isTried && !from && <HelpText variant="error">Choose whose work it is.</HelpText>}
      <PersonField
        id="handover-to"
        label="To"
        none="The queues that each came from"
        people={people.filter(({ workerSid, available }) => available !== null && workerSid !== fromSid)}
        about={availability}
        value={to?.workerSid ?? ''}
        onChange={setToSid}
        help="An agent need not be available: each pause keeps its deadline. From the queues, the next available agents get them now."
      />
    </Dialog>
  );
}

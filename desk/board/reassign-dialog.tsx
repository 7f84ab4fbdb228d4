import { useState } from 'react';
import { Dialog } from '../conversations/dialog';
import { type Person } from './people';
import { availability, PersonField } from './person-field';

export interface ReassignDialogProps {
  /** "Anna", "3 conversations" */
  readonly what: string;
  readonly people: readonly Person[];
  /** @param to null: the queue that each came from */
  readonly onReassign: (to: Person | null) => void;
  readonly onCancel: () => void;
}

/** Asks to whom. */
export function ReassignDialog({ what, people, onReassign, onCancel }: ReassignDialogProps) {
  const [workerSid, setWorkerSid] = useState('');
  return (
    <Dialog
      title={`Reassign ${what}`}
      action="Reassign"
      onSubmit={() => onReassign(people.find((each) => each.workerSid === workerSid) ?? null)}
      onCancel={onCancel}
    >
      <PersonField
        id="reassign-to"
        label="To"
        none="The queue, for the next available agent"
        people={people.filter(({ available }) => available !== null)}
        about={availability}
        value={workerSid}
        onChange={setWorkerSid}
        help="An agent has to be available and to have room for another task. The queue always takes it."
      />
    </Dialog>
  );
}

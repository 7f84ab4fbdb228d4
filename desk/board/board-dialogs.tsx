import { type Conversation } from '../api/types';
import { customerOf } from '../conversations/status';
import { HandoverDialog } from './handover-dialog';
import { handoverWords } from './handover-words';
import { type Move } from './move';
import { MoveDialog } from './move-dialog';
import { type Person } from './people';
import { ReassignDialog } from './reassign-dialog';

/** What somebody is asked about, and of which conversations. */
export interface Asking {
  readonly what: 'move' | 'reassign' | 'handover';
  readonly conversations: readonly Conversation[];
  readonly openedAt: Date;
}

export interface BoardDialogsProps {
  /** null: nothing is asked */
  readonly asking: Asking | null;
  readonly people: readonly Person[];
  /** The agent whose work is shown; "": everybody's */
  readonly from: string;
  readonly onCancel: () => void;
  readonly onMove: (conversations: readonly Conversation[], move: Move) => void;
  readonly onReassign: (conversations: readonly Conversation[], to: Person | null) => void;
  readonly onHandedOver: (words: string) => void;
}

/** The dialog that is open, if one is. */
export function BoardDialogs(props: BoardDialogsProps) {
  const { asking, people, from, onCancel, onMove, onReassign, onHandedOver } = props;
  if (!asking) return null;
  const { what, conversations, openedAt } = asking;
  switch (what) {
    case 'move':
      return (
        <MoveDialog
          what={nameOf(conversations)}
          openedAt={openedAt}
          onMove={(move) => onMove(conversations, move)}
          onCancel={onCancel}
        />
      );
    case 'reassign':
      return (
        <ReassignDialog
          what={nameOf(conversations)}
          people={people}
          onReassign={(to) => onReassign(conversations, to)}
          onCancel={onCancel}
        />
      );
    case 'handover':
      return (
        <HandoverDialog
          people={people}
          from={from}
          onHandedOver={(...result) => onHandedOver(handoverWords(...result))}
          onCancel={onCancel}
        />
      );
  }
}

function nameOf(conversations: readonly Conversation[]): string {
  const [only] = conversations;
  return only && conversations.length === 1 ? customerOf(only) : `${conversations.length} conversations`;
}

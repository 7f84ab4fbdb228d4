import { Text } from '@twilio-paste/text';
import { type Problem } from '../api/problem';
import { Dialog } from './dialog';

export interface EndDialogProps {
  readonly customer: string;
  readonly isRunning: boolean;
  readonly problem: Problem | null;
  readonly onDismissProblem: () => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

/** Nothing brings an ended conversation back, so that somebody is asked first. */
export function EndDialog(props: EndDialogProps) {
  const { customer, isRunning, problem, onDismissProblem, onEnd, onCancel } = props;
  return (
    <Dialog
      title={`End the conversation with ${customer}?`}
      action="End conversation"
      isDestructive
      isRunning={isRunning}
      problem={problem}
      onDismissProblem={onDismissProblem}
      onSubmit={onEnd}
      onCancel={onCancel}
    >
      <Text as="p">It is closed for good. What the customer writes next begins a new conversation.</Text>
    </Dialog>
  );
}

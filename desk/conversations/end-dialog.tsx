import { Text } from '@twilio-paste/text';
import { type Problem } from '../api/problem';
import { Dialog } from './dialog';
import { RefusalNotice } from './refusal-notice';

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
      onSubmit={onEnd}
      onCancel={onCancel}
    >
      <RefusalNotice problem={problem} onDismiss={onDismissProblem} />
      <Text as="p">It is closed for good. What the customer writes next begins a new conversation.</Text>
    </Dialog>
  );
}

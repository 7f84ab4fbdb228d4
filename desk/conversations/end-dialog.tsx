import { Button } from '@twilio-paste/button';
import { Box } from '@twilio-paste/box';
import {
  Modal,
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from '@twilio-paste/modal';
import { Text } from '@twilio-paste/text';
import { type Problem } from '../api/problem';
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
export function EndDialog({
  customer,
  isRunning,
  problem,
  onDismissProblem,
  onEnd,
  onCancel,
}: EndDialogProps) {
  return (
    <Modal ariaLabelledby="end-heading" isOpen onDismiss={onCancel} size="default">
      <ModalHeader>
        <ModalHeading as="h2" id="end-heading">
          End the conversation with {customer}?
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Box display="flex" flexDirection="column" rowGap="space60">
          <RefusalNotice problem={problem} onDismiss={onDismissProblem} />
          <Text as="p">It is closed for good. What the customer writes next begins a new conversation.</Text>
        </Box>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" onClick={onCancel}>
            Cancel
          </Button>
          <Button variant="destructive" loading={isRunning} onClick={onEnd}>
            End conversation
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
}

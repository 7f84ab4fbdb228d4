import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import {
  Modal,
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from '@twilio-paste/modal';
import { type FormEvent, type ReactNode } from 'react';
import { ModalForm } from '../conversations/modal-form';

export interface DialogProps {
  readonly title: string;
  /** What the button says that does it */
  readonly action: string;
  readonly isRunning?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks how something is to be done. */
export function Dialog({ title, action, isRunning = false, onSubmit, onCancel, children }: DialogProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isRunning) onSubmit();
  };
  return (
    <Modal ariaLabelledby="board-dialog-heading" isOpen onDismiss={onCancel} size="default">
      <ModalForm onSubmit={submit}>
        <ModalHeader>
          <ModalHeading as="h2" id="board-dialog-heading">
            {title}
          </ModalHeading>
        </ModalHeader>
        <ModalBody>
          <Box display="flex" flexDirection="column" rowGap="space60">
            {children}
          </Box>
        </ModalBody>
        <ModalFooter>
          <ModalFooterActions>
            <Button variant="secondary" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant="primary" type="submit" loading={isRunning}>
              {action}
            </Button>
          </ModalFooterActions>
        </ModalFooter>
      </ModalForm>
    </Modal>
  );
}

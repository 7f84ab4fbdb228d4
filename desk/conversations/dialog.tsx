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
import { type CSSProperties, type FormEvent, type ReactNode } from 'react';
import { type Problem } from '../api/problem';
import { RefusalNotice } from './refusal-notice';

export interface DialogProps {
  readonly title: string;
  /** What the button says that does it */
  readonly action: string;
  /** Nothing undoes it */
  readonly isDestructive?: boolean;
  readonly isRunning?: boolean;
  /** Why it was refused */
  readonly problem?: Problem | null;
  readonly onDismissProblem?: () => void;
  /** Not called while it runs */
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks how something is to be done, or whether. The body scrolls where there is no room, and the buttons stay. */
export function Dialog(props: DialogProps) {
  const { title, action, isDestructive = false, isRunning = false, onSubmit, onCancel, children } = props;
  const { problem = null, onDismissProblem = () => undefined } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isRunning) onSubmit();
  };
  return (
    <Modal ariaLabelledby="dialog-heading" isOpen onDismiss={onCancel} size="default">
      <form onSubmit={submit} noValidate style={AS_THE_MODAL}>
        <ModalHeader>
          <ModalHeading as="h2" id="dialog-heading">
            {title}
          </ModalHeading>
        </ModalHeader>
        <ModalBody>
          <Box display="flex" flexDirection="column" rowGap="space60">
            <RefusalNotice problem={problem} onDismiss={onDismissProblem} />
            {children}
          </Box>
        </ModalBody>
        <ModalFooter>
          <ModalFooterActions>
            <Button variant="secondary" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant={isDestructive ? 'destructive' : 'primary'} type="submit" loading={isRunning}>
              {action}
            </Button>
          </ModalFooterActions>
        </ModalFooter>
      </form>
    </Modal>
  );
}

/** Paste lays out what is directly in a modal. */
const AS_THE_MODAL: CSSProperties = { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 };

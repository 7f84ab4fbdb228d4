import { Box } from '@twilio-paste/box';
import { type FormEvent, type PropsWithChildren } from 'react';

export interface ModalFormProps {
  readonly onSubmit: (event: FormEvent) => void;
}

/** A form around header, body and footer of a modal: the body scrolls where there is no room, and the buttons stay. */
export function ModalForm({ onSubmit, children }: PropsWithChildren<ModalFormProps>) {
  return (
    <Box
      as="form"
      onSubmit={onSubmit}
      noValidate
      display="flex"
      flexDirection="column"
      minHeight="0"
      flexGrow={1}
    >
      {children}
    </Box>
  );
}

import { type CSSProperties, type FormEvent, type PropsWithChildren } from 'react';

export interface ModalFormProps {
  readonly onSubmit: (event: FormEvent) => void;
}

/** A form around header, body and footer of a modal: the body scrolls where there is no room, and the buttons stay. */
export function ModalForm({ onSubmit, children }: PropsWithChildren<ModalFormProps>) {
  return (
    <form onSubmit={onSubmit} noValidate style={AS_THE_MODAL}>
      {children}
    </form>
  );
}

/** Paste lays out what is directly in a modal. */
const AS_THE_MODAL: CSSProperties = { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 };

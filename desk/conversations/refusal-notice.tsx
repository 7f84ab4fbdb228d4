import { Alert } from '@twilio-paste/alert';
import { type Problem } from '../api/problem';
import { refusalSentence } from './refusals';

export interface RefusalNoticeProps {
  /** null: nothing was refused */
  readonly problem: Problem | null;
  readonly onDismiss: () => void;
}

/** Says what was refused and what to do; screen readers are told at once. */
export function RefusalNotice({ problem, onDismiss }: RefusalNoticeProps) {
  if (!problem) return null;
  return (
    <Alert variant="error" onDismiss={onDismiss}>
      {refusalSentence(problem)}
    </Alert>
  );
}

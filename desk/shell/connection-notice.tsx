import { Alert } from '@twilio-paste/alert';
import { useConnectionLost } from '../live/live';

/** Said while nobody answers; it goes by itself. */
export function ConnectionNotice() {
  if (!useConnectionLost()) return null;
  return (
    <Alert variant="warning" role="status">
      Connection lost. What you see may be out of date; it is tried again by itself.
    </Alert>
  );
}

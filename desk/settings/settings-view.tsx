import { Box } from '@twilio-paste/box';
import { SkeletonLoader } from '@twilio-paste/skeleton-loader';
import { useCallback } from 'react';
import { refusalSentence } from '../conversations/refusals';
import { useWorkplace } from '../conversations/workplace';
import { useLive } from '../live/use-live';
import { SettingsForm } from './settings-form';

/** The administrator's settings. They are polled, so that who types over somebody else's change hears of it early. */
export function SettingsView() {
  const { api } = useWorkplace();
  const { value, problem, put } = useLive(useCallback(() => api.settings(), [api]));
  return (
    // What has the focus is not behind the bar at the bottom.
    <Box height="100%" overflowY="auto" style={{ scrollPaddingBottom: '8rem' }}>
      <Box maxWidth="size60" marginX="auto" padding="space60">
        {value && <SettingsForm newest={value} onSaved={put} />}
        {!value && (problem ? <Box>{refusalSentence(problem)}</Box> : <SkeletonLoader height="size20" />)}
      </Box>
    </Box>
  );
}

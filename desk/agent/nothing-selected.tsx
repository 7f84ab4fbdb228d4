import { Box } from '@twilio-paste/box';

export function NothingSelected() {
  return (
    <Box display="flex" height="100%" alignItems="center" justifyContent="center" color="colorTextWeak">
      Choose a conversation to see it here.
    </Box>
  );
}

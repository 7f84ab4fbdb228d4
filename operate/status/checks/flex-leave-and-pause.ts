import { ADDRESSES } from '../../twilio/addresses';
import { ok, warn } from '../finding';
import { type Check } from '../sources';
import { objectIn } from '../tasks';

/** Flex's own Leave and Pause, which would put conversations aside beside us. */
export const flexLeaveAndPause: Check = async ({ twilio }) => {
  const configuration = await (await twilio()).get(ADDRESSES.flexConfiguration);
  const { enabled } = objectIn(configuration['agent_conv_end_methods']);
  const on = Array.isArray(enabled) ? enabled.map(String) : [];
  if (on.length === 0) return ok("Flex's own Leave and Pause are off");
  return warn(
    "Flex's own Leave or Pause is on",
    'Turn it off in the Console, Flex, Channel management, Leave and pause: a conversation that Flex holds is left alone here.',
    { enabled: on },
  );
};

import { Box } from '@twilio-paste/box';
import { CollapseIcon } from '@twilio-paste/icons/esm/CollapseIcon';
import { ExpandIcon } from '@twilio-paste/icons/esm/ExpandIcon';
import { type PropsWithChildren } from 'react';
import { type StandIn } from '../stand-in/client';
import { AgentsSection } from './agents-section';
import { ClockSection } from './clock-section';
import { CustomerSection } from './customer-section';
import { Guide } from './guide';
import { Underneath } from './underneath';
import { useKept } from './use-kept';
import { useWhatGoesOn } from './use-what-goes-on';

export interface PlaygroundProps {
  readonly standIn: StandIn;
  /** The conversation that is open in the desk */
  readonly open: string | null;
  /** Signs in as another demo agent. */
  readonly signIn: (name: string) => void;
}

/** Paste's widest breakpoint: from here on there is room for it beside the view. */
const WIDE = '(min-width: 77rem)';

/**
 * What there is on one machine only: customers who write, agents who come and go, a clock that can be jumped, and what
 * goes on underneath. Beside the view where there is room, else a sheet below it; closed it is a bar at the bottom.
 *
 * @param children the view
 */
export function Playground({ children, ...parts }: PropsWithChildren<PlaygroundProps>) {
  const [isOpen, setOpen] = useKept(sessionStorage, 'open', window.matchMedia(WIDE).matches ? 'yes' : 'no');
  const shown = isOpen === 'yes';
  return (
    <Box
      display="flex"
      flexDirection={shown ? ['column', 'column', 'column', 'row'] : 'column'}
      flexGrow={1}
      minHeight="0"
    >
      {children}
      <Box
        as="aside"
        aria-label="Playground"
        display="flex"
        flexDirection="column"
        flexShrink={0}
        minHeight="0"
        width={shown ? ['100%', '100%', '100%', 'size40'] : '100%'}
        height={shown ? ['60vh', '60vh', '60vh', 'auto'] : 'auto'}
        borderStyle="solid"
        borderWidth="borderWidth0"
        borderTopWidth={
          shown ? ['borderWidth10', 'borderWidth10', 'borderWidth10', 'borderWidth0'] : 'borderWidth10'
        }
        borderLeftWidth={
          shown ? ['borderWidth0', 'borderWidth0', 'borderWidth0', 'borderWidth10'] : 'borderWidth0'
        }
        borderColor="colorBorderWeaker"
      >
        <Toggle isOpen={shown} onToggle={() => setOpen(shown ? 'no' : 'yes')} />
        {shown && <Parts {...parts} />}
      </Box>
    </Box>
  );
}

interface ToggleProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Toggle({ isOpen, onToggle }: ToggleProps) {
  const Icon = isOpen ? CollapseIcon : ExpandIcon;
  return (
    <Box as="h2" margin="space0" display="flex" flexShrink={0}>
      <Box
        as="button"
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        display="flex"
        flexGrow={1}
        alignItems="center"
        justifyContent="space-between"
        paddingX="space50"
        paddingY="space30"
        cursor="pointer"
        borderStyle="none"
        backgroundColor="colorBackground"
        fontFamily="inherit"
        fontSize="fontSize30"
        fontWeight="fontWeightSemibold"
        color="colorText"
        _focus={{ outline: 'none', boxShadow: 'shadowFocusInset' }}
      >
        Playground
        <Icon decorative />
      </Box>
    </Box>
  );
}

function Parts({ standIn, open, signIn }: PlaygroundProps) {
  const whatGoesOn = useWhatGoesOn(standIn);
  return (
    <Box overflowY="auto" minHeight="0" flexGrow={1}>
      <Guide {...whatGoesOn} signIn={signIn} />
      <ClockSection {...whatGoesOn} standIn={standIn} />
      <CustomerSection {...whatGoesOn} standIn={standIn} open={open} signIn={signIn} />
      <AgentsSection {...whatGoesOn} standIn={standIn} signIn={signIn} />
      <Underneath {...whatGoesOn} standIn={standIn} />
    </Box>
  );
}

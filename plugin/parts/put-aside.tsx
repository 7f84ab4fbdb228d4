import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { useCallback, useRef, useState } from 'react';
import { type Conversation } from '../../desk/api/types';
import { useKeptFocus } from '../../desk/conversations/kept-focus';
import { LeftList } from '../../desk/conversations/left-list';
import { PausedList } from '../../desk/conversations/paused-list';
import { useList } from '../../desk/conversations/use-list';
import { useWorkplace } from '../../desk/conversations/workplace';
import { type PluginWorkplace } from '../workplace';
import { ChosenConversation } from './chosen-conversation';
import { InFlex } from './in-flex';

export interface PutAsideProps extends PluginWorkplace {
  /** Absent where there is no desk to be opened */
  readonly onOpenDesk?: (() => void) | undefined;
}

/** What the agent has paused and left, below the tasks of Flex. */
export function PutAside({ onOpenDesk, live, workplace }: PutAsideProps) {
  return (
    <InFlex live={live} workplace={workplace}>
      <Lists />
      {onOpenDesk && (
        <Box padding="space40">
          <Button variant="link" onClick={onOpenDesk}>
            Open the desk
          </Button>
        </Box>
      )}
    </InFlex>
  );
}

function Lists() {
  const { api } = useWorkplace();
  const paused = useList(api.paused);
  const left = useList(api.left);
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useCallback(
    ({ conversationSid }: Conversation) =>
      setChosen((before) => (before === conversationSid ? null : conversationSid)),
    [],
  );
  const region = useRef<HTMLElement>(null);
  useKeptFocus(region, region);
  const all = [...(paused.value?.conversations ?? []), ...(left.value?.conversations ?? [])];
  const conversation = all.find(({ conversationSid }) => conversationSid === chosen);
  const lists = { selected: conversation ? chosen : null, onSelect: choose };
  return (
    <Box as="section" aria-label="Paused and left" ref={region} tabIndex={-1}>
      <PausedList list={paused.value} onMore={paused.more} {...lists} />
      <LeftList list={left.value} onMore={left.more} {...lists} />
      {conversation && <ChosenConversation conversation={conversation} />}
    </Box>
  );
}

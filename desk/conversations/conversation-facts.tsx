import { Box } from '@twilio-paste/box';
import { ChatIcon } from '@twilio-paste/icons/esm/ChatIcon';
import { type ReactNode } from 'react';
import { type Conversation } from '../api/types';
import { useNow } from '../live/live';
import { absolute, ago } from '../time/words';
import { Deadline } from './deadline';
import { useWorkplace } from './workplace';

/** Of a pause or leave that goes on: since when, until when, why, and whether the customer has replied. */
export function ConversationFacts({ conversation }: { readonly conversation: Conversation }) {
  const { place } = useWorkplace();
  const now = useNow();
  const { pause, leave, customerRepliedAt } = conversation;
  const reason = (pause ?? leave)?.reason ?? null;
  const since = pause?.pausedAt ?? leave?.leftAt;
  if (since === undefined) return null;
  const moment = (time: string): string =>
    `${absolute(new Date(time), now, place)}, ${ago(new Date(time), now)}`;
  return (
    <Box
      as="dl"
      margin="space0"
      padding="space50"
      backgroundColor="colorBackground"
      borderRadius="borderRadius30"
      display="grid"
      gridTemplateColumns="auto 1fr"
      columnGap="space60"
      rowGap="space30"
    >
      {pause && <Fact name="Comes back">{<Deadline then="reassigned" at={pause.deadline} />}</Fact>}
      {leave && <Fact name="Closes">{<Deadline then="closed" at={leave.expiresAt} />}</Fact>}
      <Fact name={pause ? 'Paused' : 'Left'}>{moment(since)}</Fact>
      {reason !== null && <Fact name="Reason">{reason}</Fact>}
      {pause && pause.note !== null && <Fact name="Note">{pause.note}</Fact>}
      {customerRepliedAt !== null && (
        <Fact name="Customer">
          <Box display="flex" columnGap="space20" alignItems="center" fontWeight="fontWeightSemibold">
            <ChatIcon decorative size="sizeIcon10" />
            Has replied {moment(customerRepliedAt)}
          </Box>
        </Fact>
      )}
    </Box>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <Box as="dt" color="colorTextWeak">
        {name}
      </Box>
      <Box
        as="dd"
        margin="space0"
        minWidth="0"
        overflowWrap="anywhere"
        whiteSpace="pre-wrap"
        color="colorText"
      >
        {children}
      </Box>
    </>
  );
}

import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Input } from '@twilio-paste/input';
import { Label } from '@twilio-paste/label';
import { Option, Select } from '@twilio-paste/select';
import { type FormEvent, useState } from 'react';
import { RefusalNotice } from '../conversations/refusal-notice';
import { channelName } from '../conversations/status';
import { useCommand } from '../conversations/use-command';
import { CHANNEL_TYPES, type ChannelType, type StandIn } from '../stand-in/client';

export interface NewConversationProps {
  readonly standIn: StandIn;
  readonly onStarted: (conversationSid: string) => void;
}

/** The stand-in's most */
const LONGEST_NAME = 100;

/** A customer gets in touch. */
export function NewConversation({ standIn, onStarted }: NewConversationProps) {
  const { running, problem, dismiss, run } = useCommand<'start'>();
  const [channelType, setChannelType] = useState<ChannelType>('web');
  const [name, setName] = useState('');
  const start = async (): Promise<void> => {
    const started = await run('start', () => standIn.startConversation(channelType, name.trim()));
    if (!started) return;
    setName('');
    onStarted(started.conversationSid);
  };
  return (
    <Box
      as="form"
      display="flex"
      flexDirection="column"
      rowGap="space40"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void start();
      }}
    >
      <Box display="flex" columnGap="space40">
        <Box flexGrow={1} flexBasis="0" minWidth="0">
          <Label htmlFor="playground-channel">Channel</Label>
          <Select
            id="playground-channel"
            value={channelType}
            onChange={({ target }) => setChannelType(target.value as ChannelType)}
          >
            {CHANNEL_TYPES.map((each) => (
              <Option key={each} value={each}>
                {channelName(each)}
              </Option>
            ))}
          </Select>
        </Box>
        <Box flexGrow={1} flexBasis="0" minWidth="0">
          <Label htmlFor="playground-name">Name, if any</Label>
          <Input
            id="playground-name"
            type="text"
            value={name}
            maxLength={LONGEST_NAME}
            onChange={({ target }) => setName(target.value)}
          />
        </Box>
      </Box>
      <Box>
        <Button variant="primary" size="small" type="submit" loading={running === 'start'}>
          Start a conversation
        </Button>
      </Box>
      <RefusalNotice problem={problem} onDismiss={dismiss} />
    </Box>
  );
}

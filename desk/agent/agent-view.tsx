import { Box } from '@twilio-paste/box';
import { ScreenReaderOnly } from '@twilio-paste/screen-reader-only';
import { useCallback } from 'react';
import { LeftList } from '../conversations/left-list';
import { ListSection } from '../conversations/list-section';
import { PausedList } from '../conversations/paused-list';
import { useList } from '../conversations/use-list';
import { useWorkplace } from '../conversations/workplace';
import { type ViewProps } from '../shell/views';
import { useStandIn } from '../stand-in/context';
import { ConversationPane } from './conversation-pane';
import { NothingSelected } from './nothing-selected';
import { TaskRow } from './task-row';
import { useMyTasks } from './use-my-tasks';

/** An agent's desk: the lists at the left, the conversation that is chosen beside them; on narrow screens one of both. */
export function AgentView({ rest: selected, go }: ViewProps) {
  const { api } = useWorkplace();
  const standIn = useStandIn();
  const tasks = useMyTasks();
  const paused = useList(api.paused);
  const left = useList(api.left);
  const select = useCallback(
    ({ conversationSid }: { readonly conversationSid: string }) => go(`tasks/${conversationSid}`),
    [go],
  );
  const back = useCallback(() => go('tasks'), [go]);
  const chosen = selected === '' ? null : selected;

  return (
    <Box display="flex" height="100%">
      <Box
        as="aside"
        aria-label="My conversations"
        display={chosen ? ['none', 'none', 'block'] : 'block'}
        width={['100%', '100%', 'size30']}
        flexShrink={0}
        overflowY="auto"
        borderRightStyle="solid"
        borderRightWidth="borderWidth10"
        borderRightColor="colorBorderWeaker"
      >
        {!chosen && <ScreenReaderOnly as="h1">My conversations</ScreenReaderOnly>}
        {standIn && (
          <ListSection
            title="My tasks"
            rows={tasks}
            empty="You have no tasks now."
            idOf={({ taskSid }) => taskSid}
            render={(task) => <TaskRow task={task} />}
            selected={tasks?.find(({ conversationSid }) => conversationSid === chosen)?.taskSid ?? null}
            onSelect={select}
          />
        )}
        <PausedList list={paused.value} onMore={paused.more} selected={chosen} onSelect={select} />
        <LeftList list={left.value} onMore={left.more} selected={chosen} onSelect={select} />
      </Box>
      <Box flexGrow={1} minWidth="0" overflowY="auto" display={chosen ? 'block' : ['none', 'none', 'block']}>
        {chosen ? (
          <ConversationPane
            key={chosen}
            conversationSid={chosen}
            task={tasks?.find(({ conversationSid }) => conversationSid === chosen)}
            onBack={back}
          />
        ) : (
          <NothingSelected />
        )}
      </Box>
    </Box>
  );
}

import { Alert } from '@twilio-paste/alert';
import { Box } from '@twilio-paste/box';
import { Checkbox } from '@twilio-paste/checkbox';
import { ScreenReaderOnly } from '@twilio-paste/screen-reader-only';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type ListQuery } from '../api/client';
import { type AgentList, type Conversation } from '../api/types';
import { useKeptFocus } from '../conversations/kept-focus';
import { ListSection } from '../conversations/list-section';
import { customerOf } from '../conversations/status';
import { useList } from '../conversations/use-list';
import { useWorkplace } from '../conversations/workplace';
import { useLiveContext } from '../live/live';
import { BatchResult } from './batch-result';
import { BoardDialogs, type Asking } from './board-dialogs';
import { BoardHeader } from './board-header';
import { BoardPane } from './board-pane';
import { BoardRow } from './board-row';
import { Charts } from './charts';
import { EVERYTHING, type Filter, queryOf } from './filter';
import { Filters } from './filters';
import { moved } from './move';
import { peopleOf } from './people';
import { useReturnFocus } from './return-focus';
import { useSelection } from './selection';
import { SelectionBar } from './selection-bar';
import { type Parking } from './tabs';
import { useBatch } from './use-batch';
import { useSeenQueues } from './use-seen-queues';
import { useSummary } from './use-summary';

export interface BoardProps {
  readonly parking: Parking;
  /** SID of the conversation that is shown beside the list */
  readonly selected: string | null;
  readonly agents: AgentList['agents'] | undefined;
  readonly onAskAgents: () => void;
  readonly go: (path: string) => void;
}

const NONE: readonly Conversation[] = [];

/** All that is paused, or all that is left: to look at, and to do something with one or several. */
export function Board({ parking, selected, agents, onAskAgents, go }: BoardProps) {
  const { api } = useWorkplace();
  const { clock } = useLiveContext();
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const list = useList(
    useCallback(
      (query: ListQuery) => {
        const asked = { ...queryOf(filter), ...query };
        return parking === 'paused' ? api.paused(asked) : api.left(asked);
      },
      [api, parking, filter],
    ),
  );
  const rows = list.value?.conversations ?? NONE;
  const summary = useSummary(list.value);
  const people = useMemo(() => peopleOf(agents, summary), [agents, summary]);
  const queueSids = useSeenQueues(rows);
  const selection = useSelection(rows);
  const { batch, isRunning, dismiss, run } = useBatch();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [handedOver, setHandedOver] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const work = useRef<HTMLElement>(null);
  useKeptFocus(work, heading);
  const { remember, giveBack } = useReturnFocus();

  const ask = (what: Asking['what'], conversations: readonly Conversation[]): void => {
    onAskAgents();
    setAsking({ what, conversations, openedAt: clock.now() });
  };
  const open = ({ conversationSid }: Conversation): void => {
    remember();
    go(`board/${parking}/${conversationSid}`);
  };
  const close = (): void => {
    go(`board/${parking}`);
    giveBack(heading.current);
  };
  const doWith = async (
    title: string,
    conversations: readonly Conversation[],
    act: Parameters<typeof run>[2],
  ): Promise<void> => {
    setAsking(null);
    const refused = await run(title, conversations, act);
    // Those that were refused stay chosen, to be tried in another way.
    selection.drop(conversations.filter((each) => !refused.includes(each)));
  };

  return (
    <Box display="flex" flexDirection="column" height="100%">
      {batch && <BatchResult {...batch} onDismiss={dismiss} />}
      {handedOver !== null && (
        <Alert variant="neutral" role="status" onDismiss={() => setHandedOver(null)}>
          {handedOver}
        </Alert>
      )}
      <Box
        display="flex"
        flexDirection={['column', 'column', 'row']}
        flexGrow={1}
        minHeight="0"
        overflowY={['auto', 'auto', 'hidden']}
      >
        <Box
          ref={work}
          display={selected ? ['none', 'none', 'flex'] : 'flex'}
          flexDirection="column"
          rowGap="space50"
          flexGrow={1}
          flexShrink={0}
          flexBasis={['auto', 'auto', '0']}
          minWidth="0"
          padding="space60"
          overflowY={['visible', 'visible', 'auto']}
        >
          <BoardHeader ref={heading} parking={parking} onHandOver={() => ask('handover', NONE)} />
          <Filters
            value={filter}
            onChange={setFilter}
            people={people}
            queueSids={queueSids}
            withMark={parking === 'paused'}
          />
          <Box>
            <SelectionBar
              rows={rows}
              selection={selection}
              isRunning={isRunning}
              onMove={parking === 'paused' ? () => ask('move', selection.chosen) : undefined}
              onReassign={() => ask('reassign', selection.chosen)}
            />
            <ListSection
              title={parking === 'paused' ? 'Paused' : 'Left'}
              rows={list.value?.conversations}
              hasMore={list.value?.next !== undefined}
              onMore={list.more}
              empty={parking === 'paused' ? 'Nothing is paused.' : 'Nothing waits for a customer’s reply.'}
              idOf={({ conversationSid }) => conversationSid}
              render={(conversation) => <BoardRow conversation={conversation} />}
              lead={(conversation) => (
                <Checkbox
                  id={`select-${conversation.conversationSid}`}
                  checked={selection.isChosen(conversation)}
                  onChange={() => selection.toggle(conversation)}
                >
                  <ScreenReaderOnly>{`Select ${customerOf(conversation)}`}</ScreenReaderOnly>
                </Checkbox>
              )}
              selected={selected}
              onSelect={open}
            />
          </Box>
        </Box>
        <Box
          as="aside"
          aria-label={selected ? 'Chosen conversation' : 'Paused work in numbers'}
          flexShrink={0}
          width={['100%', '100%', selected ? 'size40' : 'size30']}
          padding="space60"
          overflowY={['visible', 'visible', 'auto']}
          borderLeftStyle="solid"
          borderLeftWidth={['borderWidth0', 'borderWidth0', 'borderWidth10']}
          borderLeftColor="colorBorderWeaker"
        >
          {selected ? (
            <BoardPane
              key={selected}
              conversationSid={selected}
              onReassign={(conversation) => ask('reassign', [conversation])}
              onClose={close}
            />
          ) : (
            <Charts
              summary={summary}
              onAgent={(workerSid) => setFilter((before) => ({ ...before, workerSid }))}
            />
          )}
        </Box>
      </Box>
      <BoardDialogs
        asking={asking}
        people={people}
        from={filter.workerSid}
        onCancel={() => setAsking(null)}
        onMove={(conversations, move) =>
          void doWith('Changing deadlines', conversations, ({ conversationSid, pause }) =>
            api.changePause(conversationSid, moved(pause!, move)),
          )
        }
        onReassign={(conversations, to) =>
          void doWith(`Reassigning to ${to?.name ?? 'the queue'}`, conversations, ({ conversationSid }) =>
            api.reassign(conversationSid, to ? { workerSid: to.workerSid } : {}),
          )
        }
        onHandedOver={(words) => {
          setAsking(null);
          setHandedOver(words);
        }}
      />
    </Box>
  );
}

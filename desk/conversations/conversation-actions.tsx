import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { useState } from 'react';
import { type Done } from '../api/client';
import { type Conversation, type Settings } from '../api/types';
import { useLiveContext } from '../live/live';
import { type Action, actionsFor, type TaskInHand } from './actions';
import { ChangePauseDialog } from './change-pause-dialog';
import { EndDialog } from './end-dialog';
import { PauseDialog } from './pause-dialog';
import { RefusalNotice } from './refusal-notice';
import { useCommand } from './use-command';
import { useWorkplace } from './workplace';

export interface ConversationActionsProps {
  readonly conversationSid: string;
  readonly customer: string;
  /** null: there is no record of it (yet) */
  readonly conversation: Conversation | null;
  readonly task?: TaskInHand | undefined;
  readonly settings: Settings | undefined;
  /** Index of the newest message that is shown: one of the customer's above it is not put aside unread. */
  readonly seenIndex?: number | undefined;
  /** What the API has answered to one of them */
  readonly onChanged: (conversation: Conversation) => void;
}

type Dialog = { readonly action: 'pause' | 'change' | 'end'; readonly openedAt: Date };

/** The buttons of a conversation, and what they ask and tell. */
export function ConversationActions(props: ConversationActionsProps) {
  const { conversationSid, customer, conversation, task, settings, seenIndex, onChanged } = props;
  const { api, user } = useWorkplace();
  const { clock } = useLiveContext();
  const { running, problem, dismiss, run } = useCommand<Action>();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const seen = seenIndex === undefined ? {} : { seenIndex };
  const taskSid = conversation?.task ? {} : task ? { taskSid: task.taskSid } : {};

  const act = async (action: Action, call: () => Promise<Done>): Promise<void> => {
    const done = await run(action, call);
    if (!done) return;
    setDialog((open) => (open?.action === action ? null : open)); // another one was opened meanwhile
    onChanged(done.conversation);
  };
  const open = (action: Dialog['action']): void => {
    dismiss();
    setDialog({ action, openedAt: clock.now() });
  };
  const close = (): void => {
    dismiss();
    setDialog(null);
  };
  const actions = actionsFor({ conversation, task, user, settings });
  const asking = { customer, problem, onDismissProblem: dismiss, onCancel: close };

  const begin: Record<Action, () => void> = {
    pause: () => open('pause'),
    change: () => open('change'),
    end: () => open('end'),
    leave: () => void act('leave', () => api.leave(conversationSid, { ...seen, ...taskSid })),
    resume: () => void act('resume', () => api.resume(conversationSid)),
    complete: () => void act('complete', () => api.complete(conversationSid)),
  };

  return (
    <Box display="flex" flexDirection="column" rowGap="space40">
      <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
        {actions.map((action) => (
          <ActionButton
            key={action}
            isFirst={action === actions[0]}
            action={action}
            loading={running === action && !dialog}
            onClick={begin[action]}
          />
        ))}
      </Box>
      {!dialog && <RefusalNotice problem={problem} onDismiss={dismiss} />}
      {dialog?.action === 'pause' && settings && (
        <PauseDialog
          {...asking}
          settings={settings}
          openedAt={dialog.openedAt}
          isRunning={running === 'pause'}
          onPause={(request) =>
            void act('pause', () => api.pause(conversationSid, { ...request, ...seen, ...taskSid }))
          }
        />
      )}
      {dialog?.action === 'change' && settings && conversation?.pause && (
        <ChangePauseDialog
          {...asking}
          pause={conversation.pause}
          settings={settings}
          openedAt={dialog.openedAt}
          isRunning={running === 'change'}
          onChange={(request) => void act('change', () => api.changePause(conversationSid, request))}
        />
      )}
      {dialog?.action === 'end' && (
        <EndDialog
          {...asking}
          isRunning={running === 'end'}
          onEnd={() => void act('end', () => api.end(conversationSid))}
        />
      )}
    </Box>
  );
}

const LABELS: Readonly<Record<Action, string>> = {
  pause: 'Pause',
  leave: 'Leave',
  complete: 'Complete',
  resume: 'Resume',
  change: 'Change',
  end: 'End',
};

interface ActionButtonProps {
  readonly action: Action;
  readonly isFirst: boolean;
  readonly loading: boolean;
  readonly onClick: () => void;
}

function ActionButton({ action, isFirst, loading, onClick }: ActionButtonProps) {
  return (
    <Button variant={variantOf(action, isFirst)} size="small" loading={loading} onClick={onClick}>
      {LABELS[action]}
    </Button>
  );
}

/** What goes on with a conversation that was put aside stands out; to put it aside is never urged. */
function variantOf(action: Action, isFirst: boolean): 'primary' | 'secondary' | 'destructive' {
  if (action === 'end') return 'destructive';
  return isFirst && (action === 'complete' || action === 'resume') ? 'primary' : 'secondary';
}

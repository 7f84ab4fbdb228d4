import { durationSeconds } from '../../../lambda/domain/duration';
import type { Conversation, Pause } from '../../../lambda/domain/record';
import { DEMO_USERS, type DemoUser } from '../../../local/twilio/demo';
import { SECOND } from './constants';
import type { RouteName } from './functions';
import type { Ask } from './plan';

/** What one person asked for in one request. */
export interface Asked {
  readonly what: Ask;
  readonly conversationSid: string;
  readonly who: DemoUser;
  readonly body: Record<string, unknown>;
}

/** Custom logic of the account, which asks by signed requests, and is at no desk. */
export const CUSTOM_LOGIC: DemoUser = {
  name: 'custom logic',
  identity: 'service',
  roles: ['admin'],
  token: '',
  workerSid: null,
};

/** No supervisor, and no administrator. */
export function isAgent({ roles }: DemoUser): boolean {
  return roles.every((role) => role === 'agent');
}

/**
 * Whether this write carried out a command: its name is the record's last one now, and was not; or it is the same once
 * more, and has put another task aside.
 */
export function isCommand(before: Conversation | undefined, after: Conversation): boolean {
  const { lastCommand, pause, leave } = after;
  if (lastCommand === null) return false;
  const puts =
    (pause !== null && pause.pauseId !== before?.pause?.pauseId) ||
    (leave !== null && leave.leaveId !== before?.leave?.leaveId);
  return puts || JSON.stringify(lastCommand) !== JSON.stringify(before?.lastCommand);
}

/** Whether an agent has, or has just had, this task of this conversation at Twilio. */
export type HasAtTwilio = (workerSid: string, taskSid: string, conversationSid: string) => boolean;

/**
 * Whether the one whom the record names as its last commander may have carried that command out, by the record as it
 * was before: the rules of who may do what, told once more, and not by the code that is judged.
 */
export function mayCommand(
  before: Conversation | undefined,
  after: Conversation,
  hasAtTwilio: HasAtTwilio,
): boolean {
  const { route, caller } = after.lastCommand!;
  if (route === 'service-invite') return caller === CUSTOM_LOGIC.identity;
  const who = DEMO_USERS.find(({ workerSid, identity }) => caller === (workerSid ?? identity));
  if (who === undefined) return false;
  const { workerSid } = who;
  const isWorked = before?.task?.status === 'assigned' || before?.task?.status === 'wrapping';
  const holder = isWorked ? before.task.workerSid : null;
  const holds = workerSid !== null && holder === workerSid;
  const parked = workerSid !== null && before?.parkedBy === workerSid;
  const newTask = after.task !== null && after.task.taskSid !== before?.task?.taskSid ? after.task : null;
  switch (route) {
    case 'pause':
    case 'leave':
      if (newTask === null || workerSid === null) return holds;
      return holder === null && hasAtTwilio(workerSid, newTask.taskSid, after.conversationSid);
    case 'complete':
      return holds || (holder === null && parked);
    case 'resume':
    case 'change-pause':
      return parked || !isAgent(who);
    case 'reassign':
      return !isAgent(who);
    case 'end':
      return holds || parked || !isAgent(who);
    default:
      return false;
  }
}

/** Which function is asked. */
export const ROUTE_OF: Readonly<Record<Ask, RouteName>> = {
  pause: 'pause',
  leave: 'leave',
  resume: 'resume',
  reassign: 'reassign-conversation',
  'change pause': 'change-pause',
  complete: 'complete',
  end: 'end',
  'service invite': 'service-invite',
  read: 'get-conversation',
};

/** Whether the command that was written is what this request asked for, by who sent it. */
export function isOfThisAsk(
  asked: Asked | undefined,
  { conversationSid, lastCommand }: Conversation,
): boolean {
  return (
    asked?.conversationSid === conversationSid &&
    routeWordOf(asked.what) === lastCommand?.route &&
    lastCommand.caller === (asked.who.workerSid ?? asked.who.identity)
  );
}

/** Records keep a command under the word of its function, but for the one whose word was taken. */
function routeWordOf(what: Ask): string {
  return what === 'reassign' ? 'reassign' : ROUTE_OF[what];
}

/** Whether the deadline is the one that this request asks for. @param limitSeconds what holds where it names none */
export function asksFor(
  { body }: Asked,
  { pausedAt, deadline }: Pick<Pause, 'pausedAt' | 'deadline'>,
  limitSeconds: number | undefined,
): boolean {
  if (typeof body['until'] === 'string') return body['until'] === deadline;
  const asked = durationSeconds((body['timeLimit'] as string | undefined) ?? '') ?? limitSeconds;
  return asked !== undefined && Date.parse(pausedAt) + asked * SECOND === Date.parse(deadline);
}

import { badParameter, notFound } from '../errors';
import { page } from '../paging';
import { type Platform } from '../platform';
import { type Channel, type ChannelParticipant, type Task } from '../records';
import { type ApiAnswer, type ApiRequest, ok, oneOf, param, required, type Route } from '../requests';
import { all } from '../store';
import { completeTask, wrapUpTask } from '../taskrouter/task-moves';
import { channelOf, openConversationOf } from './channels';
import { leave } from './joining';
import { participantView } from './views';

const PATTERN = '/v1/Interactions/{InteractionSid}/Channels/{ChannelSid}/Participants';

export const PARTICIPANT_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: PATTERN, handle: listParticipants },
  { method: 'POST', pattern: `${PATTERN}/{Sid}`, handle: updateParticipant },
];

function listParticipants(platform: Platform, request: ApiRequest): ApiAnswer {
  return page(request, {
    key: 'participants',
    items: all(platform.store.channelParticipants, channelOf(platform, request).participantSids),
    idOf: ({ sid }) => sid,
    render: (participant) => participantView(request, participant),
  });
}

function updateParticipant(platform: Platform, request: ApiRequest): ApiAnswer {
  const channel = channelOf(platform, request);
  const participant = platform.store.channelParticipants.get(param(request, 'Sid'));
  if (participant?.channelSid !== channel.sid) throw notFound(request.path);
  const status = oneOf('Status', required(request, 'Status'), ['wrapup', 'closed']);
  openConversationOf(platform, channel);
  const task = platform.store.tasks.get(participant.routing?.task_sid ?? '');
  if (status === 'wrapup') wrapUp(platform, task);
  else close(platform, channel, participant, task);
  return ok(participantView(request, participant));
}

/** The agent's reservation and task go to wrap-up; nothing changes where they are in it already. */
function wrapUp(platform: Platform, task: Task | undefined): void {
  if (task?.status === 'assigned') wrapUpTask(platform, task);
  else if (task?.status !== 'wrapping') throw badParameter('The participant has no reservation to wrap up');
}

/** The agent's reservation and task are completed; channel and conversation stay active: docs/assumptions.md. */
function close(
  platform: Platform,
  channel: Channel,
  participant: ChannelParticipant,
  task: Task | undefined,
): void {
  if (task?.status === 'assigned' || task?.status === 'wrapping') completeTask(platform, task);
  leave(platform, channel, participant);
}

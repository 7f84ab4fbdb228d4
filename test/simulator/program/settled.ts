import { timerName } from '../../../lambda/domain/timers';
import { otherTasksOf } from '../../../lambda/domain/other-tasks';
import type { Conversation } from '../../../lambda/domain/record';
import type { Channel, Task } from '../../../local/twilio/records';
import { all } from '../../../local/twilio/store';
import type { Check } from './checks';
import { PUT_ASIDE } from './constants';
import type { Parts } from './parts';

type World = Pick<Parts, 'table' | 'twilio' | 'stepFunctions'>;

/** What the past says of tasks. */
export interface Tasks {
  mayLiveBeside(taskSid: string): boolean;
  /** It was the agent's when the conversation was paused. */
  wasPutAside(taskSid: string): boolean;
}

/** What must hold when everything works again and time has passed. */
export function settled(world: World, tasks: Tasks, check: Check): void {
  const { platform } = world.twilio;
  for (const channel of platform.store.channels.values()) {
    const record = world.table.records.get(channel.conversationSid);
    const wasAccepted = platform.store.conversations.get(channel.conversationSid)?.lastAgent !== null;
    check(
      'every conversation that an agent had is known',
      !wasAccepted || record !== undefined,
      () => channel.conversationSid,
    );
    if (record) settledConversation(world, record, channel, tasks, check);
  }
  for (const record of world.table.records.values())
    if (platform.store.conversations.get(record.conversationSid) === undefined)
      check(
        'what is gone at Twilio is found',
        record.channelState === 'closed' && Object.keys(record.pending).length === 0,
        () => JSON.stringify(record),
      );
  const expected = [...world.table.records.values()].flatMap((record) =>
    record.pause ? [timerName(record.conversationSid, record.pause)] : [],
  );
  for (const name of world.stepFunctions.running())
    check('a timer runs only for a pause', expected.includes(name), () => name);
}

/** Two hours after everything works again, each pause has its timer, whatever kept it from being started. */
export function timersRun({ table, stepFunctions }: World, check: Check): void {
  const deadlines = stepFunctions.deadlines();
  for (const record of table.records.values()) {
    if (record.pause === null) continue;
    const deadline = deadlines.get(timerName(record.conversationSid, record.pause));
    check('a pause has a timer until its own deadline', deadline === record.pause.deadline, () =>
      JSON.stringify({ record, deadlines: [...deadlines] }),
    );
  }
}

function settledConversation(
  world: World,
  record: Conversation,
  channel: Channel,
  tasks: Tasks,
  check: Check,
): void {
  const live = world.twilio.liveTasks(record.conversationSid);
  const isThere = live.some(({ sid }) => sid === record.task?.taskSid);
  const show = () =>
    JSON.stringify({
      record,
      channel: channel.status,
      live: live.map(({ sid, status }) => `${sid} ${status}`),
    });
  check('no deadline is lost', record.pause === null, show);
  check('no leave outlives its expiry', record.leave === null, show);
  if (record.channelState === 'closed') {
    check('what was ended is closed at Twilio', channel.status === 'closed', show);
    check('the wrap-up of a closed conversation ends', record.task === null || isThere, show);
    check('a closed conversation owes nothing', Object.keys(record.pending).length === 0, show);
    check(
      'a closed conversation has no task that waits or works',
      live.every(({ status }) => status === 'wrapping'),
      show,
    );
    return;
  }
  const isHeldByFlex = PUT_ASIDE.includes(channel.status);
  if (channel.status === 'closed') {
    check('what is closed at Twilio is found', live.length > 0, show);
    return;
  }
  check('what is held by Flex is put aside there', record.heldBy !== 'flex' || isHeldByFlex, show);
  check('one live task at most', live.length <= 1 || live.every(({ sid }) => tasks.mayLiveBeside(sid)), show);
  check('a task of the record is live at Twilio', record.task === null || isThere, show);
  check('other live tasks are known, as long as they live', knowsOthers(record, live), show);
  check('a live task is known', live.length === 0 || record.task !== null, show);
  check(
    'in the end it is in front of an agent, or Flex has put it aside',
    isHeldByFlex || live.length > 0,
    show,
  );
  check(
    'who put it aside is out of it',
    strangersIn(world, channel, tasks).length === 0,
    () => `${strangersIn(world, channel, tasks).join(' ')}: ${show()}`,
  );
}

/** What is shown beside the current task lives at Twilio, and what agents have there is shown. */
function knowsOthers(record: Conversation, live: readonly Task[]): boolean {
  const shown = otherTasksOf(record);
  const others = live.filter(({ sid }) => sid !== record.task?.taskSid);
  const heldByAgents = others.filter(({ status }) => status === 'assigned' || status === 'wrapping');
  return (
    shown.every((taskSid) => others.some(({ sid }) => sid === taskSid)) &&
    heldByAgents.every(({ sid }) => shown.includes(sid))
  );
}

/** Agents' participants in the channel by a task that was put aside and is over. */
function strangersIn({ twilio }: World, channel: Channel, tasks: Tasks): string[] {
  const live = twilio.liveTasks(channel.conversationSid).map(({ sid }) => sid);
  return all(twilio.platform.store.channelParticipants, channel.participantSids)
    .flatMap(({ routing }) => routing?.task_sid ?? [])
    .filter((taskSid) => tasks.wasPutAside(taskSid) && !live.includes(taskSid));
}

import { timerName } from '../../../lambda/domain/timers';
import type { Conversation } from '../../../lambda/domain/record';
import type { Channel } from '../../../local/twilio/records';
import type { Parts } from './parts';

type World = Pick<Parts, 'table' | 'twilio' | 'stepFunctions'>;

/** The words of Flex's own Leave and Pause. */
const PUT_ASIDE = ['pause', 'inactive'];

type Check = (promise: string, holds: boolean, detail: () => string) => void;

/** What must hold when everything works again and time has passed. */
export function settled(world: World, mayLiveBeside: (taskSid: string) => boolean, check: Check): void {
  const { platform } = world.twilio;
  for (const channel of platform.store.channels.values()) {
    const record = world.table.records.get(channel.conversationSid);
    const wasAccepted = platform.store.conversations.get(channel.conversationSid)?.lastAgent !== null;
    check(
      'every conversation that an agent had is known',
      !wasAccepted || record !== undefined,
      () => channel.conversationSid,
    );
    if (record) settledConversation(world, record, channel, mayLiveBeside, check);
  }
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
  mayLiveBeside: (taskSid: string) => boolean,
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
  check(
    'what is held by Flex is put aside there',
    record.heldBy !== 'flex' || PUT_ASIDE.includes(channel.status) || live.length > 0,
    show,
  );
  if (channel.status === 'closed') {
    check('what is closed at Twilio is found', live.length > 0, show);
    return;
  }
  check('one live task at most', live.length <= 1 || live.every(({ sid }) => mayLiveBeside(sid)), show);
  const waits = record.wakeAt !== null;
  check('a task of the record is live at Twilio', record.task === null || isThere, show);
  check(
    'what is not with an agent waits for something',
    record.task !== null || waits || record.heldBy === 'flex',
    show,
  );
  check('in the end it is in front of an agent', record.heldBy === 'flex' || live.length > 0 || waits, show);
}

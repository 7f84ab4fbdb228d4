import { type Conversation } from '../../../lambda/domain/record';
import { instant, plusSeconds } from '../../../lambda/domain/time';
import { timerName } from '../../../lambda/domain/timers';
import { error, ok, warn } from '../finding';
import { pausedRecords } from '../paused-records';
import { waitingTimers } from '../waiting-timers';
import { type Check, type Sources } from '../sources';

/** What was changed since may be on its way. */
const SETTLED_SECONDS = 60;
const SHOWN = 10;

/** Each pause has a timer that waits, and each timer that waits has its pause; but for what is owed. */
export const executions: Check = async (sources) => {
  const before = plusSeconds(instant(sources.now()), -SETTLED_SECONDS);
  const running = await waitingTimers(sources.stepFunctions, sources.deployment.stateMachineArn);
  const paused = await pausedRecords(sources.lists);
  const pausesWithout = paused.records
    .filter((record) => record.updatedAt <= before && lacksTimer(record, running.names, before))
    .map(({ conversationSid }) => conversationSid);
  const timersWithout = await strangers(running.names, paused.records, before, sources);
  const isComplete = running.isComplete && paused.isComplete;
  const facts = {
    running: running.names.size,
    paused: paused.records.length,
    isComplete,
    pausesWithoutTimer: running.isComplete ? pausesWithout.slice(0, SHOWN) : null,
    timersWithoutPause: paused.isComplete ? timersWithout.slice(0, SHOWN) : null,
  };
  if (running.isComplete && pausesWithout.length > 0)
    return error(
      'Pauses have no timer that runs',
      'The sweep takes their deadlines, a minute late. Somebody has stopped executions: extend each pause by a second (PATCH), which starts a new timer.',
      facts,
    );
  if (paused.isComplete && timersWithout.length > 0)
    return warn(
      'Timers run for what is not paused any more',
      'They do no harm: they look at the record when they end. Stop them in Step Functions, if you like.',
      facts,
    );
  return ok('Each pause has its timer, and each timer its pause', facts);
};

function lacksTimer(
  { conversationSid, pause, pending }: Conversation,
  running: ReadonlySet<string>,
  before: string,
): boolean {
  if (pause === null || pause.deadline <= before) return false;
  const name = timerName(conversationSid, pause);
  return !running.has(name) && !(`start-timer:${name}` in pending);
}

/** Names of executions that no pause knows, and no stop is owed for. */
async function strangers(
  running: ReadonlySet<string>,
  paused: readonly Conversation[],
  before: string,
  { lists }: Sources,
): Promise<string[]> {
  const known = new Set(
    paused.map(({ conversationSid, pause }) => pause && timerName(conversationSid, pause)),
  );
  const unknown = [...running].filter((name) => !known.has(name));
  const { records } = await lists.readMany(unknown.map(conversationIn));
  return unknown.filter((name) => {
    const record = records.get(conversationIn(name));
    return record === undefined || (record.updatedAt <= before && !(`stop-timer:${name}` in record.pending));
  });
}

/** The name begins with it. */
function conversationIn(name: string): string {
  return name.split('-')[0]!;
}

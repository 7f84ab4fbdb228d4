import type { Outcome } from '../../domain/outcome';
import type { Owed } from '../../domain/pending';
import type { Conversation } from '../../domain/record';
import type { Settings } from '../../domain/settings';
import type { Deps } from '../ports';
import { acceptReservation } from './accept';
import { awaitCustomRouting } from './await-custom-routing';
import { closeChannel } from './close-channel';
import { closeParticipant } from './close-participant';
import { publishEvent } from './event';
import { writeHistory } from './history';
import { sendInvite } from './invite';
import { lookForAgent } from './look-for-agent';
import { lookForReply } from './look-for-reply';
import { lookForTask } from './look-for-task';
import { putStudioHook, takeStudioHookOff } from './studio-hook';
import { startTimer, stopTimer } from './timer';
import { wrapUpTask } from './wrap-up-task';

/** Makes the outside calls of one effect, and tells what came of it. Throws when a call fails: then it stays owed. */
export async function carryOut(
  owed: Owed,
  record: Conversation,
  settings: Settings,
  deps: Deps,
): Promise<Outcome> {
  switch (owed.kind) {
    case 'start-timer':
      return startTimer(owed, record, deps);
    case 'stop-timer':
      return stopTimer(owed, deps);
    case 'wrap-up-task':
      return wrapUpTask(owed, record, deps);
    case 'close-participant':
      return closeParticipant(owed, record, deps);
    case 'invite':
      return sendInvite(owed, record, settings, deps);
    case 'accept':
      return acceptReservation(owed, record, deps);
    case 'close-channel':
      return closeChannel(owed, record, deps);
    case 'look-for-agent':
      return lookForAgent(owed, record, deps);
    case 'look-for-task':
      return lookForTask(record, deps);
    case 'look-for-reply':
      return lookForReply(record, settings, deps);
    case 'write-history':
      return writeHistory(owed, record, deps);
    case 'publish-event':
      return publishEvent(owed, record, settings, deps);
    case 'await-custom-routing':
      return awaitCustomRouting(record, deps);
    case 'put-studio-hook':
      return putStudioHook(owed, record, deps);
    case 'take-studio-hook-off':
      return takeStudioHookOff(owed, record, deps);
  }
}

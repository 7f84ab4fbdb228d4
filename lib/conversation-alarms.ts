import { Duration } from 'aws-cdk-lib';
import { happens, ONE_MINUTE, reaches } from './alarm-definition';
import type { MeasuredConstruct } from './measured-construct';

/** What no deadline should be late by: the sweep takes one that its timer let pass after one minute. */
const LATE_SECONDS = 300;
/** By then a call has failed five times. */
const OWED_TOO_LONG_SECONDS = 1_800;
/** What fails again and again is tried each hour, and only then measured: thirteen periods of five minutes hold two tries. */
const FROM_TRY_TO_TRY = [1, 13] as const;

/** What goes wrong with conversations, as the functions measure it. */
export function conversationAlarms(measured: MeasuredConstruct) {
  return {
    DeadlinesLate: reaches(
      measured.metricDeadlineLateness(),
      LATE_SECONDS,
      [1, 1],
      'A pause was taken back five minutes after its deadline or later',
    ),
    EffectsOwedTooLong: reaches(
      measured.metricOldestEffectAge(),
      OWED_TOO_LONG_SECONDS,
      FROM_TRY_TO_TRY,
      'A call to Twilio or AWS that a conversation needs has failed for half an hour or longer',
    ),
    RecordsNotSwept: reaches(
      measured.metricRecordsFailed({ period: ONE_MINUTE }),
      1,
      [15, 20],
      'The sweep cannot carry on with some record, minute after minute',
    ),
    InvitesLost: reaches(
      measured.metricInvitesLost({ period: Duration.minutes(15) }),
      10,
      [1, 1],
      'Ten tasks or more ended without an agent in 15 minutes',
    ),
    InvitesRefused: happens(
      measured.metricInvitesRefused(),
      'Twilio refuses an invite for good: its workflow, queue or agent is not known',
    ),
    DoubleTasks: reaches(
      measured.metricDoubleTasks({ period: Duration.hours(1) }),
      5,
      [1, 1],
      'Five conversations or more had two live tasks in an hour',
    ),
    AcceptedButNotJoined: happens(
      measured.metricAcceptedButNotJoined(),
      'A task was accepted for its agent, who is not in the conversation',
    ),
    ClosedByWrapUp: happens(
      measured.metricClosedByWrapUp(),
      'A paused or left conversation was closed by the end of its wrap-up',
    ),
    TimersWithoutRecord: happens(
      measured.metricTimersWithoutRecord(),
      'A timer has fired for a conversation that the table does not have',
    ),
    EventsGivenUp: happens(
      measured.metricEventsGivenUp(),
      'An event of TaskRouter could not be taken for an hour, and was left out',
    ),
  };
}

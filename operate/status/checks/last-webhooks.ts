import { EVENTS_THAT_MATTER } from '../../../lambda/domain/task-events';
import { ADDRESSES } from '../../twilio/addresses';
import { error, type Found, ok, warn } from '../finding';
import { lastRuns, type Runs } from '../last-runs';
import { type Check, type Sources } from '../sources';

const REFUSED =
  "Requests came whose signature was not right. If they are Twilio's, the auth token in the secret is not its primary one, or publicUrl is not the address that Twilio was given.";
const NOT_COMING = 'See the findings taskrouter-webhook and api; then whether API Gateway throttles (429).';
/** Events of the list that a webhook may still be on its way for. */
const ON_ITS_WAY_SECONDS = 120;
const LOOK_BACK_SECONDS = 3_600;

/** When TaskRouter's webhook ran last, and whether it heard of what TaskRouter says has happened. */
export const lastTaskRouterWebhook: Check = async (sources) => {
  const runs = await lastRuns(sources.logs, sources.deployment.taskRouterWebhookLogs);
  const happened = await lastThatMatters(sources);
  const facts = { ...runs, lastEventThatMatters: happened?.toISOString() ?? null };
  if (happened && isBehind(runs, happened))
    return error('TaskRouter has events that have not come as webhooks', NOT_COMING, facts);
  return judged(runs, facts);
};

/** When the webhook of Conversations ran last. It runs only when somebody writes, or a conversation is closed. */
export const lastConversationsWebhook: Check = async ({ logs, deployment }) => {
  const runs = await lastRuns(logs, deployment.conversationsWebhookLogs);
  return judged(runs, { ...runs });
};

function judged({ lastTaken, lastRefused }: Runs, facts: Found['facts']): Found {
  if (lastRefused !== null && (lastTaken === null || lastRefused > lastTaken))
    return error('The last webhook was refused', REFUSED, facts);
  if (lastTaken !== null) return ok('The last webhook was taken', facts);
  return warn(
    'No webhook has come yet',
    'Write a message in a conversation, and accept its task: if none comes then, see what connect says.',
    facts,
  );
}

function isBehind({ lastTaken }: Runs, happened: Date): boolean {
  return lastTaken === null || Date.parse(lastTaken) < happened.getTime() - ON_ITS_WAY_SECONDS * 1000;
}

/** Of the newest page of the last hour, but for what may still be on its way. */
async function lastThatMatters({ deployment, twilio, now }: Sources): Promise<Date | undefined> {
  const at = now().getTime();
  const { events = [] } = (await (
    await twilio()
  ).get(`${ADDRESSES.workspace(deployment)}/Events`, {
    StartDate: new Date(at - LOOK_BACK_SECONDS * 1000).toISOString(),
    EndDate: new Date(at - ON_ITS_WAY_SECONDS * 1000).toISOString(),
    PageSize: 1_000,
  })) as { events?: { event_type?: string; event_date_ms?: number }[] };
  const found = events.find(({ event_type: type = '' }) => EVENTS_THAT_MATTER.includes(type));
  return found?.event_date_ms === undefined ? undefined : new Date(found.event_date_ms);
}

import * as v from 'valibot';
import { durationSeconds } from '../domain/duration';
import { MOST_PRIORITY } from '../domain/invite-routing';
import { MARKS } from '../domain/marks';
import { DURATION_LIMITS } from '../domain/settings';
import { type SidPrefix, sidPattern } from '../domain/sids';
import { instant } from '../domain/time';
import { jsonObject } from './json-object';

/** Bodies and queries as docs/openapi.yaml describes them; a test holds the two together. */

const DURATION = /^P(?=[0-9T])(?=.*[1-9])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$/;
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.0+)?Z$/;

const duration = (limits?: { readonly least: number; readonly most: number }) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => DURATION.test(text),
      'must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, longer than none',
    ),
    v.check((text) => isWithin(durationSeconds(text), limits), 'is shorter or longer than is allowed'),
  );

function isWithin(
  seconds: number | undefined,
  limits?: { readonly least: number; readonly most: number },
): boolean {
  if (seconds === undefined) return false;
  return limits === undefined || (seconds >= limits.least && seconds <= limits.most);
}

/** To the form that records have: without a fraction of a second. */
const wholeSecond = v.pipe(
  v.string(),
  v.check(
    (text) => SECOND.test(text) && isRealMoment(text),
    'must be an ISO 8601 time in UTC and whole seconds',
  ),
  v.transform((text) => instant(new Date(text))),
);

/** `Date` makes the 2nd of March of the 30th of February. */
function isRealMoment(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19);
}

const characters = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => [...text].length <= most, `may have ${most} characters`),
  );
const sid = (prefix: SidPrefix) =>
  v.pipe(v.string(), v.regex(sidPattern(prefix), `must be a ${prefix}… SID`));
const wholeNumber = v.pipe(
  v.number(),
  v.safeInteger('must be a whole number'),
  v.minValue(0, 'may not be negative'),
);

const oneLength = v.check<{ timeLimit?: string | undefined; until?: string | undefined }, string>(
  ({ timeLimit, until }) => timeLimit === undefined || until === undefined,
  'timeLimit or until, not both',
);

/** Valibot takes a list for an object without fields. */
const noList = v.check<unknown, string>((body) => !Array.isArray(body), 'may not be a list');

export const EMPTY = v.pipe(v.unknown(), noList, v.strictObject({}));

/** What a pause and its change have in common. */
const lengthAndNote = {
  timeLimit: v.exactOptional(duration()),
  until: v.exactOptional(wholeSecond),
  note: v.exactOptional(characters(500)),
};

/** What Pause and Leave have in common. */
const putAside = {
  reason: v.exactOptional(characters(100)),
  seenIndex: v.exactOptional(wholeNumber),
  taskSid: v.exactOptional(sid('WT')),
};

export const PAUSE = v.pipe(
  v.unknown(),
  noList,
  v.strictObject({ ...lengthAndNote, ...putAside }),
  oneLength,
);

export const LEAVE = v.pipe(v.unknown(), noList, v.strictObject(putAside));

export const REASSIGN = v.pipe(
  v.unknown(),
  noList,
  v.strictObject({ workerSid: v.exactOptional(sid('WK')) }),
);

export const CHANGE_PAUSE = v.pipe(v.unknown(), noList, v.strictObject(lengthAndNote), oneLength);

export const SERVICE_INVITE = v.pipe(
  v.unknown(),
  noList,
  v.strictObject({
    workflowSid: v.exactOptional(sid('WW')),
    queueSid: v.exactOptional(sid('WQ')),
    workerSid: v.exactOptional(sid('WK')),
    priority: v.exactOptional(v.pipe(wholeNumber, v.maxValue(MOST_PRIORITY, 'is higher than is allowed'))),
    attributes: v.exactOptional(jsonObject),
  }),
);

export const HANDOVER = v.pipe(
  v.unknown(),
  noList,
  v.strictObject({ fromWorkerSid: sid('WK'), toWorkerSid: v.exactOptional(sid('WK')) }),
);

const name = v.pipe(v.string(), v.minLength(1, 'may not be empty'));

export const SETTINGS = v.strictObject({
  version: v.exactOptional(v.pipe(v.number(), v.integer())),
  leave: v.strictObject({
    enabled: v.boolean(),
    onReply: v.picklist(['new-task', 'custom-routing']),
    studioFlowSid: v.nullable(sid('FW')),
    customRoutingTimeout: duration(DURATION_LIMITS.customRoutingTimeout),
    expiresAfter: duration(DURATION_LIMITS.leaveExpiresAfter),
  }),
  pause: v.strictObject({
    enabled: v.boolean(),
    timeLimit: duration(DURATION_LIMITS.pauseTimeLimit),
    whenAtCapacity: v.picklist(['workflow', 'refuse']),
    onCustomerReply: v.picklist(['notify', 'resume', 'queue']),
    acceptBy: v.picklist(['server', 'client']),
    maxPerAgent: v.nullable(wholeNumber),
    reasons: v.array(v.pipe(characters(100), v.minLength(1, 'may not be empty'))),
    requireReason: v.boolean(),
  }),
  botIdentities: v.array(name),
  wrapUp: v.boolean(),
  hipaa: v.boolean(),
  hipaaAttributes: v.array(name),
  compareCallsPerMinute: wholeNumber,
});

const limit = v.pipe(
  v.string(),
  v.regex(/^([1-9][0-9]?|100)$/, 'must be a whole number from 1 to 100'),
  v.transform(Number),
);

/** Other parameters are left alone: caches and monitors add theirs. */
export const LEFT_QUERY = v.object({
  worker: v.optional(v.union([v.picklist(['me', 'all']), sid('WK')]), 'me'),
  queue: v.exactOptional(sid('WQ')),
  limit: v.optional(limit, '50'),
  cursor: v.exactOptional(v.string()),
});

export const PAUSED_QUERY = v.object({ ...LEFT_QUERY.entries, mark: v.exactOptional(v.picklist(MARKS)) });

export const HISTORY_QUERY = v.object({
  limit: LEFT_QUERY.entries.limit,
  cursor: LEFT_QUERY.entries.cursor,
});

/** A page token of TaskRouter: its form is Twilio's own. */
const pageToken = v.pipe(v.string(), v.regex(/^[!-~]{1,1000}$/, 'is none that this list has given'));

export const AGENTS_QUERY = v.object({ cursor: v.exactOptional(pageToken) });

/** What is wrong, by the path of each field; `undefined` when nothing is. Values are not repeated. */
export function problemsOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return issues
    .map((issue) => {
      const path = v.getDotPath(issue) ?? 'the body';
      return issue.kind === 'schema' ? `${path} is not as the API describes it` : `${path}: ${issue.message}`;
    })
    .join('; ');
}

export type Schema<Output> = v.GenericSchema<unknown, Output>;

import { DAY, MINUTE } from '../../../lambda/domain/time';
import { ADDRESSES } from '../../twilio/addresses';
import { type Resource } from '../../twilio/api';
import { error, ok, warn } from '../finding';
import { type Check } from '../sources';
import { objectIn } from '../tasks';

/** Sweeps in a row that could not take the next event. */
const STUCK_SWEEPS = 5;

/** Assumption: the event list has what a webhook has, so that lost ones are found in it. And: the sweep can take them. */
export const eventList: Check = async ({ twilio, deployment, store }) => {
  const cursor = await store.readEventCursor();
  const address = `${ADDRESSES.workspace(deployment)}/Events`;
  const { events } = await (await twilio()).get(address, { Minutes: DAY / MINUTE, PageSize: 50 });
  const listed = (events ?? []) as Resource[];
  const odd = listed.filter((event) => !isAsAssumed(event)).map(({ sid }) => sid);
  const facts = {
    readUpTo: cursor === undefined ? null : new Date(cursor.at).toISOString(),
    failures: cursor?.failures ?? 0,
    seen: listed.length,
    odd: odd.length,
  };
  if (odd.length > 0)
    return error(
      "TaskRouter's event list is not as it was assumed to be",
      'Webhooks alone tell then, and a lost one stays lost: see docs/assumptions.md, and tell the maintainers what the list has.',
      facts,
    );
  if ((cursor?.failures ?? 0) >= STUCK_SWEEPS)
    return warn(
      "Sweeps cannot take the next event of TaskRouter's list",
      'See the log of the sweep: after an hour the event is given up.',
      facts,
    );
  return ok("TaskRouter's event list is as it was assumed to be", facts);
};

/** What is about a task has its SID in the data, in snake case. */
function isAsAssumed({
  event_date_ms: at,
  event_type: type,
  event_data: data,
  resource_type: about,
}: Resource): boolean {
  if (typeof at !== 'number' || typeof type !== 'string') return false;
  return about !== 'task' || typeof objectIn(data)['task_sid'] === 'string';
}

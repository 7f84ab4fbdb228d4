import { DAY, MINUTE } from '../../../lambda/domain/time';
import { ADDRESSES } from '../../twilio/addresses';
import { type Resource } from '../../twilio/api';
import { ok, warn } from '../finding';
import { type Check, type Sources } from '../sources';
import { objectIn } from '../tasks';

const LOOK_BACK_MILLISECONDS = DAY * 1000;
/** The cancellation may take as long to follow. */
const FOLLOWS_WITHIN_MILLISECONDS = 2 * MINUTE * 1000;
/** Tasks that are looked at, with one call each. */
const MOST = 5;
const GIVEN_UP = ['workflow.timeout', 'workflow.skipped'];

/** Assumption: a task that a workflow gives up is canceled, which is how we hear that its invite is over. */
export const givenUpTasks: Check = async (sources) => {
  const tasks = await givenUp(sources);
  const looked = await Promise.all(
    tasks.slice(0, MOST).map(async (taskSid) => ({ taskSid, isOver: await isCanceled(taskSid, sources) })),
  );
  const stillThere = looked.filter(({ isOver }) => !isOver).map(({ taskSid }) => taskSid);
  const facts = { looked: looked.length, stillThere };
  if (stillThere.length === 0) return ok('What a workflow has given up was canceled', facts);
  return warn(
    'A workflow has given tasks up, and TaskRouter does not say that they were canceled',
    'Give the workflow a default target: our invites for these tasks wait until somebody ends the conversation.',
    facts,
  );
};

async function givenUp(sources: Sources): Promise<string[]> {
  const now = sources.now().getTime();
  const span = {
    StartDate: new Date(now - LOOK_BACK_MILLISECONDS).toISOString(),
    EndDate: new Date(now - FOLLOWS_WITHIN_MILLISECONDS).toISOString(),
  };
  const events = await Promise.all(GIVEN_UP.map((EventType) => eventsOf(sources, { ...span, EventType })));
  const sids = events.flat().map(({ event_data: data }) => objectIn(data)['task_sid']);
  return [...new Set(sids.filter((sid) => typeof sid === 'string'))];
}

async function isCanceled(TaskSid: string, sources: Sources): Promise<boolean> {
  return (
    (await eventsOf(sources, { TaskSid, EventType: 'task.canceled', Minutes: (2 * DAY) / MINUTE })).length > 0
  );
}

async function eventsOf({ twilio, deployment }: Sources, asked: object): Promise<Resource[]> {
  const address = `${ADDRESSES.workspace(deployment)}/Events`;
  const { events } = await (await twilio()).get(address, { ...asked, PageSize: 50 });
  return (events ?? []) as Resource[];
}

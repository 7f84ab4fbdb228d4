import { newMessages } from '../../lambda/actions/customer-messages';
import { deadline } from '../../lambda/actions/deadline';
import type { Deps } from '../../lambda/actions/ports';
import { taskEvent } from '../../lambda/actions/task-event';
import { type Happening, MOVES } from '../../lambda/domain/moves';
import { sid } from '../doubles/constants';
import { BOTH_ON, testDeps } from '../doubles/deps';
import { acceptedTask, AT, CONVERSATION, DEADLINE, FIRST_TASK, inputs, PLACES } from '../doubles/records';

const conversationSid = CONVERSATION;
const message = { index: 7, author: 'carol', participantSid: sid('MB') };
const { reserved } = inputs()['task-reserved'];

/** News of each kind, as they reach an action; the pause of the timer is one that is over. */
const NEWS: readonly { what: string; happening: Happening; tell: (deps: Deps) => Promise<unknown> }[] = [
  {
    what: 'an agent has accepted another task',
    happening: 'accept',
    tell: (deps) =>
      taskEvent({ kind: 'accepted', conversationSid, task: acceptedTask({ taskSid: sid('WT', 2) }) }, deps),
  },
  {
    what: 'a task is offered to an agent',
    happening: 'task-reserved',
    tell: (deps) => taskEvent({ kind: 'reserved', conversationSid, reserved }, deps),
  },
  {
    what: 'the task wraps up',
    happening: 'task-wrapping',
    tell: (deps) => taskEvent({ kind: 'wrapping', conversationSid, taskSid: FIRST_TASK }, deps),
  },
  {
    what: 'the customer has written',
    happening: 'customer-writes',
    tell: (deps) => newMessages(conversationSid, [message], deps),
  },
  {
    what: 'the time limit of a pause is over',
    happening: 'deadline',
    tell: (deps) => deadline({ v: 1, conversationSid, pauseId: 'over', deadline: DEADLINE }, deps),
  },
];

const OUT_OF_PLACE = NEWS.flatMap((news) =>
  PLACES.filter((place) => MOVES[news.happening][place] === undefined).map((place) => ({ ...news, place })),
);

it.each(OUT_OF_PLACE)('that $what, while it is "$place", changes nothing', async ({ tell, place }) => {
  const deps = testDeps({ settings: BOTH_ON });
  deps.store.put(AT[place]());
  const before = deps.store.record(conversationSid);
  await tell(deps.nextRun());
  expect(deps.store.record(conversationSid)).toBe(before);
  expect(deps.twilio.calls).toEqual([]);
  expect(deps.timer.calls).toEqual([]);
});

import { Problem } from '../../desk/api/problem';
import { Connection } from '../../desk/live/connection';
import { Poller } from '../../desk/live/poller';
import { FakeSurroundings, settled } from './surroundings';

const OFF = new Problem('no-connection', null);

/** A poller of answers that the test gives. An answer is a value, a failure, or a promise of one. */
function polling(answers: readonly (string | Error | Promise<string>)[]) {
  const surroundings = new FakeSurroundings();
  const told: string[] = [];
  let asked = 0;
  const poller = new Poller<string>({
    load: async () => {
      const answer = answers[asked++] ?? 'same';
      if (answer instanceof Error) throw answer;
      return answer;
    },
    isChanging: (value) => value === 'changing',
    onValue: (value) => told.push(value),
    onProblem: ({ code }) => told.push(code),
    surroundings,
  });
  return { surroundings, told, poller, asked: () => asked };
}

it('asks slowly, and quickly while something is changing', async () => {
  const { surroundings, told } = polling(['quiet', 'changing', 'quiet']);
  await settled();
  expect(surroundings.next).toBe(15_000);
  await surroundings.pass(15_000);
  expect(surroundings.next).toBe(2_000);
  await surroundings.pass(2_000);
  expect(surroundings.next).toBe(15_000);
  expect(told).toEqual(['quiet', 'changing', 'quiet']);
});

it('stops while the page is hidden, and asks at once when it is seen again', async () => {
  const { surroundings, asked } = polling(['one', 'two']);
  await settled();
  surroundings.show(false);
  expect(surroundings.next).toBeUndefined();
  await surroundings.pass(3_600_000);
  expect(asked()).toBe(1);
  surroundings.show(true);
  await settled();
  expect(asked()).toBe(2);
  expect(surroundings.next).toBe(15_000);
});

it('does not go on when an answer comes while the page is hidden', async () => {
  let answer: (value: string) => void = () => undefined;
  const { surroundings, told } = polling([new Promise((resolve) => (answer = resolve))]);
  surroundings.show(false);
  answer('late');
  await settled();
  expect(told).toEqual(['late']);
  expect(surroundings.next).toBeUndefined();
});

it('asks more and more seldom while nobody answers, and as before once somebody does', async () => {
  const { surroundings, told } = polling([OFF, OFF, OFF, OFF, OFF, 'back', OFF]);
  const waits: (number | undefined)[] = [];
  for (let n = 0; n < 7; n++) {
    await settled();
    waits.push(surroundings.next);
    await surroundings.pass(surroundings.next ?? 0);
  }
  expect(waits).toEqual([2_000, 5_000, 15_000, 30_000, 30_000, 15_000, 2_000]);
  expect(told.slice(0, 7)).toEqual([...Array<string>(5).fill('no-connection'), 'back', 'no-connection']);
});

it('in a hurry asks at once and quickly for ten seconds', async () => {
  const { surroundings, poller, asked } = polling([]);
  await settled();
  poller.hurry();
  await settled();
  expect(asked()).toBe(2);
  const waits: (number | undefined)[] = [];
  for (let n = 0; n < 5; n++) {
    waits.push(surroundings.next);
    await surroundings.pass(surroundings.next ?? 0);
  }
  expect(waits).toEqual([2_000, 2_000, 2_000, 2_000, 15_000]);
});

it('does not tell an answer that a later one has overtaken', async () => {
  let answer: (value: string) => void = () => undefined;
  const { told, poller } = polling([new Promise((resolve) => (answer = resolve)), 'new']);
  poller.refresh();
  await settled();
  answer('old');
  await settled();
  expect(told).toEqual(['new']);
});

it('once ended asks and tells nothing more', async () => {
  const { surroundings, told, poller, asked } = polling(['one']);
  poller.end();
  await settled();
  surroundings.show(true);
  await surroundings.pass(60_000);
  expect(told).toEqual([]);
  expect(asked()).toBe(1);
});

describe('the connection', () => {
  it('is lost when nobody answers or the API is out of order, and comes back with any answer', () => {
    const connection = new Connection();
    const changes: boolean[] = [];
    const end = connection.onChange(() => changes.push(connection.isLost));
    connection.failed(new Problem('not-found', 404));
    expect(changes).toEqual([]);
    connection.failed(OFF);
    connection.failed(new Problem('twilio-unavailable', 503));
    connection.answered();
    connection.failed(new Problem('unknown', 500));
    connection.failed(new Problem('not-found', 404));
    expect(changes).toEqual([true, false, true, false]);
    end();
    connection.failed(OFF);
    expect(changes).toHaveLength(4);
  });
});

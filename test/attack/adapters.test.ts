import * as fc from 'fast-check';
import { TwilioError } from '../../lambda/actions/ports';
import { twilioTokenCheck } from '../../lambda/adapters/twilio/token-check';
import { transport } from '../../lambda/adapters/twilio/transport';
import { CALLS, titled } from '../adapters/twilio/calls';
import { CREDENTIALS, optionsFor, twilioAt } from '../adapters/twilio/connect';
import { useLoopback, useLoopbackTwilio } from '../adapters/twilio/loopback';
import { awsCalls } from './aws-calls';
import { effort, TIME_LIMIT, useFigures } from './effort';
import { nonsense, outcomeOf } from './nonsense';

const twilio = useLoopbackTwilio();
const aws = useLoopback();
const count = useFigures();
const AWS_CALLS = awsCalls(() => aws.url());
const KINDS = ['closed', 'not-found', 'refused', 'credentials', 'unavailable'];
const SHARE = 1 / (CALLS.length + AWS_CALLS.length + 1);

/** What a call to Twilio came to: it gives something, or fails as the port says. */
async function expectKnown(title: string, call: () => Promise<unknown>, like: unknown): Promise<void> {
  const outcome = await outcomeOf(call);
  if ('gave' in outcome) {
    expect({ gave: outcome.gave, isLike: isLike(outcome.gave, like) }).toEqual({
      gave: outcome.gave,
      isLike: true,
    });
    return count(title, 'taken for an answer');
  }
  expect(outcome.threw).toBeInstanceOf(TwilioError);
  expect(KINDS).toContain((outcome.threw as TwilioError).kind);
  count(title, (outcome.threw as TwilioError).kind);
}

/** Whether the value is built as the other one; what is not there is null or undefined in either. */
function isLike(value: unknown, other: unknown): boolean {
  if (value === null || value === undefined || other === null || other === undefined) return true;
  if (Array.isArray(other)) return Array.isArray(value) && value.every((each) => isLike(each, other[0]));
  if (typeof other !== 'object') return typeof value === typeof other;
  if (typeof value !== 'object') return false;
  return Object.entries(other).every(([key, each]) => isLike((value as Record<string, unknown>)[key], each));
}

it.each(CALLS.map(titled))(
  'Twilio, %s: whatever is answered',
  async (_title, port) => {
    const paths = port.requests.map(([request]) => request.split(/[ ?]/)[1]!);
    const nonsenseAt = fc
      .constantFrom(...paths)
      .chain((path) => fc.tuple(fc.constant(path), nonsense(port.good(path))));
    await fc.assert(
      fc.asyncProperty(nonsenseAt, async ([path, answer]) => {
        twilio.answer(({ url }) => (url.split('?')[0] === path ? answer : { body: port.good(url) }));
        twilio.requests.splice(1); // of the many that are the same
        await expectKnown('Twilio', () => port.call(twilioAt(twilio.url())), port.result);
      }),
      effort(30, SHARE),
    );
  },
  TIME_LIMIT,
);

it(
  'Twilio, check of a token: whatever is answered',
  async () => {
    const good = {
      valid: true,
      expiration: '2026-03-02T10:00:00Z',
      identity: 'a',
      roles: ['agent'],
      worker_sid: 'WK',
    };
    const FACTS = { workerSid: 'WK', identity: 'a', roles: ['agent'], expiresAt: 1 };
    const check = twilioTokenCheck(transport(optionsFor(twilio.url())), CREDENTIALS.accountSid);
    await fc.assert(
      fc.asyncProperty(nonsense(good), async (answer) => {
        twilio.answer(answer);
        twilio.requests.splice(1);
        await expectKnown('Twilio, check of a token', () => check('a-token'), FACTS);
      }),
      effort(30, SHARE),
    );
  },
  TIME_LIMIT,
);

it.each(AWS_CALLS)(
  '$service, $name: whatever is answered',
  async ({ service, good, call, isAnswer }) => {
    await fc.assert(
      fc.asyncProperty(nonsense(good), async (answer) => {
        aws.answer(answer);
        aws.requests.splice(0);
        const outcome = await outcomeOf(call);
        if ('threw' in outcome) expect(outcome.threw).toBeInstanceOf(Error);
        else expect(isAnswer(outcome.gave)).toBe(true);
        count(service, 'gave' in outcome ? 'taken for an answer' : 'thrown');
      }),
      effort(30, SHARE),
    );
  },
  TIME_LIMIT,
);

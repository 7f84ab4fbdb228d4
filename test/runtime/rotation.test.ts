import { awsJson } from '../../local/aws-json';
import { serve, type Served } from '../../local/http-server';
import { clock } from '../../lambda/runtime/clock';
import { formEvent } from '../http/events';
import { sign } from '../http/sign';
import { sid } from '../doubles/constants';
import { acceptedEvent, PUBLIC_URL, quietTwilio, refusalOf, useFunctions } from './functions';
import { taskRouter } from './handlers';

const { twilio, store } = useFunctions();
const FIVE_MINUTES = 5 * 60_000;
/** What Secrets Manager has. */
let secret: object;
let secrets: Served;

// Before any client is made: clients keep their endpoint.
beforeAll(async () => {
  const GetSecretValue = () => ({ Name: 'twilio', SecretString: JSON.stringify(secret) });
  secrets = await serve(awsJson('application/x-amz-json-1.1', { GetSecretValue }));
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = secrets.url;
});
afterAll(() => secrets.close());
beforeEach(() => twilio.answer(quietTwilio));

function pass(milliseconds: number): void {
  const now = clock.now().getTime() + milliseconds;
  clock.now = () => new Date(now);
}

let conversations = 0;

/** An accept in a conversation that nobody has seen before, signed with this token. */
async function send(token: string) {
  const conversationSid = sid('CH', (conversations += 1));
  const fields = Object.entries(acceptedEvent(conversationSid));
  const headers = { 'x-twilio-signature': sign(token, `${PUBLIC_URL}/webhooks/taskrouter`, fields) };
  const reply = await taskRouter(formEvent(fields, { routeKey: 'POST /webhooks/taskrouter', headers }));
  return { reply, record: (await store().read(conversationSid)).record };
}

async function expectTaken(token: string): Promise<void> {
  const { reply, record } = await send(token);
  expect(reply.statusCode).toBe(204);
  expect(record).toBeDefined();
}

it('no webhook is lost while the token is rotated, a step every five minutes', async () => {
  secret = { authToken: 'old' };
  await expectTaken('old');

  secret = { authToken: 'old', authTokenSecondary: 'new' };
  await expectTaken('old');
  pass(FIVE_MINUTES + 1); // no function knows the secret from before any more
  await expectTaken('old');
  await expectTaken('new'); // Twilio's primary token now

  secret = { authToken: 'new' };
  await expectTaken('old'); // what Twilio had signed before
  await expectTaken('new');
  pass(FIVE_MINUTES + 1);
  await expectTaken('new');
  const { reply, record } = await send('old');
  expect(refusalOf(reply)).toEqual([403, 'bad-signature']);
  expect(record).toBeUndefined();
});

import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretCredentials } from '../../lambda/adapters/secrets';
import { sid } from '../doubles/constants';

const MINUTE = 60_000;
const ACCOUNT = sid('AC');

/** Secrets Manager that answers in turn, the last answer again and again; and a clock. */
function secretWith(...answers: (string | undefined | Error)[]) {
  const asked: unknown[] = [];
  const send = async ({ input }: { input: object }) => {
    asked.push(input);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return { SecretString: answer };
  };
  const clock = { now: 0 };
  const client = { send } as unknown as SecretsManagerClient;
  return { asked, clock, credentials: secretCredentials(client, 'twilio', ACCOUNT, () => clock.now) };
}

const TOKEN = '{"authToken":"one"}';
const NEXT = '{"authToken":"two"}';

it('gives what the secret holds, with the account', async () => {
  const secret = {
    authToken: 'one',
    authTokenSecondary: 'two',
    apiKeySid: sid('SK'),
    apiKeySecret: 'three',
  };
  const { credentials, asked } = secretWith(JSON.stringify(secret));
  expect(await credentials()).toEqual({ ...secret, accountSid: ACCOUNT });
  expect(asked).toEqual([{ SecretId: 'twilio' }]);
});

it('takes what is there and empty, or no text, for not there', async () => {
  const odd = { authToken: 'one', authTokenSecondary: null, apiKeySid: 7, apiKeySecret: '', more: 'three' };
  const { credentials } = secretWith(JSON.stringify(odd));
  expect(await credentials()).toEqual({ authToken: 'one', accountSid: ACCOUNT });
});

it("takes the stack's account over one in the secret", async () => {
  const { credentials } = secretWith(JSON.stringify({ authToken: 'one', accountSid: sid('AC', 2) }));
  expect((await credentials()).accountSid).toBe(ACCOUNT);
});

it('asks for nothing before it is called', () => {
  expect(secretWith(TOKEN).asked).toEqual([]);
});

it('keeps the secret for five minutes', async () => {
  const { credentials, clock, asked } = secretWith(TOKEN, NEXT);
  await credentials();
  clock.now = 5 * MINUTE;
  expect((await credentials()).authToken).toBe('one');
  expect(asked).toHaveLength(1);
});

it('takes a rotated secret after five minutes, and keeps that', async () => {
  const { credentials, clock, asked } = secretWith(TOKEN, NEXT);
  await credentials();
  clock.now = 5 * MINUTE + 1;
  expect((await credentials()).authToken).toBe('two');
  clock.now = 10 * MINUTE;
  await credentials();
  expect(asked).toHaveLength(2);
});

it('asks once for many that ask at the same time', async () => {
  const { credentials, asked } = secretWith(TOKEN);
  await Promise.all([credentials(), credentials(), credentials()]);
  expect(asked).toHaveLength(1);
});

it('does not keep a failure', async () => {
  const { credentials } = secretWith(new Error('no answer'), TOKEN);
  await expect(credentials()).rejects.toThrow('no answer');
  expect((await credentials()).authToken).toBe('one');
});

it.each([['{}'], ['{"authToken":""}'], ['{"authToken":7}'], [undefined], ['']])(
  'is refused without an auth token: %s, and asked for again',
  async (secret) => {
    const { credentials } = secretWith(secret, TOKEN);
    await expect(credentials()).rejects.toThrow('Secret twilio has no authToken');
    expect((await credentials()).authToken).toBe('one');
  },
);

it.each(['s3cret', '"s3cret"', '["s3cret"]', 'null', '{"authToken":"s3cret"'])(
  'is refused when it is no JSON object, without repeating it: %s',
  async (secret) => {
    const { credentials } = secretWith(secret);
    const error = await credentials().catch((thrown: unknown) => thrown as Error);
    expect(error).toBeInstanceOf(Error);
    expect(`${(error as Error).stack} ${String((error as Error).cause)}`).not.toContain('s3cret');
  },
);

it('keeps a good secret on while Secrets Manager does not answer', async () => {
  const { credentials, clock } = secretWith(TOKEN, new Error('no answer'), NEXT);
  await credentials();
  clock.now = 5 * MINUTE + 1;
  expect((await credentials()).authToken).toBe('one');
  expect((await credentials()).authToken).toBe('two');
});

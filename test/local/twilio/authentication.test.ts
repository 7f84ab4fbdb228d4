import { ACCOUNT, Harness, WORKSPACE } from './harness';

let harness: Harness;
beforeEach(async () => (harness = await Harness.open()));
afterEach(() => harness.close());

describe('every request', () => {
  it.each([
    ['no credentials', ''],
    ['a wrong auth token', `Basic ${Buffer.from(`${ACCOUNT}:wrong`).toString('base64')}`],
    ['another scheme', 'Bearer test-auth-token'],
  ])('is refused with %s, in the form of Twilio', async (_, authorization) => {
    const { status, body } = await harness.send('GET', '/v1/Configuration', undefined, { authorization });
    expect(status).toBe(401);
    expect(body).toEqual({
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    });
  });

  it('has a request id', async () => {
    const { headers } = await harness.get('/v1/Configuration');
    expect(headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/);
  });

  it.each([
    '/v1/Nothing',
    `/v1/Workspaces/${WORKSPACE}/Tasks/WT${'0'.repeat(32)}`,
    `/v1/Workspaces/WS${'9'.repeat(32)}/Workers`,
    `/v1/Conversations/CH${'0'.repeat(32)}`,
    `/v1/Interactions/KD${'0'.repeat(32)}`,
  ])('for what is not there answers 404: %s', async (path) => {
    const { status, body } = await harness.get(path);
    expect([status, body.code, body.status]).toEqual([404, 20404, 404]);
  });

  it('answers 405 to a method that the path does not have', async () => {
    expect((await harness.send('DELETE', '/v1/Configuration')).body.code).toBe(20004);
  });

  it('answers 400 to a parameter out of range', async () => {
    const { status, body } = await harness.get(`/v1/Workspaces/${WORKSPACE}/Events?PageSize=1001`);
    expect([status, body.code]).toEqual([400, 20001]);
  });
});

describe('the token check', () => {
  const path = `/v1/Accounts/${ACCOUNT}/Tokens/validate`;
  const validate = (token: string, to = path) =>
    harness.send('POST', to, JSON.stringify({ token }), { 'content-type': 'application/json' });

  it('tells who a demo agent is', async () => {
    expect((await validate('demo-token-alice')).body).toEqual({
      valid: true,
      code: 0,
      message: null,
      expiration: '2026-11-02T10:00:00.000Z',
      realm_user_id: 'alice',
      identity: 'alice',
      roles: ['agent'],
      worker_sid: (await harness.twilio.agents())[0]?.workerSid,
    });
  });

  it('has no worker for the admin', async () => {
    const { body } = await validate('demo-token-ada');
    expect(body.roles).toEqual(['admin']);
    expect(body).not.toHaveProperty('worker_sid');
  });

  it('knows the token of every demo user', async () => {
    const replies = await Promise.all((await harness.twilio.agents()).map(({ token }) => validate(token)));
    expect(replies.map(({ body }) => body.valid)).toEqual([true, true, true, true, true]);
  });

  it('moves the expiry on with the clock of the product', async () => {
    await harness.clock.advance(24 * 60 * 60);
    expect((await validate('demo-token-bob')).body.expiration).toBe('2026-11-03T10:00:00.000Z');
  });

  it('answers 200 to a bad token, with valid false and a code', async () => {
    const { status, body } = await validate('stolen');
    expect(status).toBe(200);
    expect(body).toMatchObject({ valid: false, code: 20101 });
  });

  it('knows no other account', async () => {
    const other = `/v1/Accounts/AC${'9'.repeat(32)}/Tokens/validate`;
    expect((await validate('demo-token-alice', other)).status).toBe(404);
  });
});

import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { CloudWatchLogs } from '../../../local/cloudwatch-logs';
import { serve, type Served } from '../../../local/http-server';
import { lambdaAccount } from '../../../local/lambda-account';
import { api } from '../../../operate/status/checks/api';
import { clockSkew } from '../../../operate/status/checks/clock-skew';
import { lambdaConcurrency } from '../../../operate/status/checks/lambda-concurrency';
import {
  lastConversationsWebhook,
  lastTaskRouterWebhook,
} from '../../../operate/status/checks/last-webhooks';
import { status } from '../../../operate/status/run';
import { error, ok, warn } from '../../../operate/status/finding';
import { NOW } from '../../doubles/constants';
import { deadUrl } from '../../adapters/twilio/loopback';
import { AtStandIn, DEPLOYMENT } from '../at-stand-in';
import { look, sourcesAt, sourcesWith } from './sources';

const AWS = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
const servers: Served[] = [];
const lambda: LambdaClient[] = [];
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const start = async (listener: Parameters<typeof serve>[0]) => {
  const server = await serve(listener);
  servers.push(server);
  return server.url;
};
afterAll(() => {
  lambda.forEach((client) => client.destroy());
  return Promise.all(servers.map((server) => server.close()));
});

/** Answers with a status, and the date of so many seconds from now. */
const answering = (body: object, secondsAhead = 0, code = 200) =>
  start((_, response) => {
    response.setHeader('date', new Date(Date.now() + secondsAhead * 1000).toUTCString());
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
const deployed = (apiUrl: string) => ({ deployment: { ...DEPLOYMENT, apiUrl } });

describe('the API', () => {
  it('is well where it answers', async () => {
    const url = await answering({ status: 'ok', version: '0.1.0' });
    expect(await look(api, sourcesWith(deployed(url)))).toMatchObject({
      level: 'ok',
      facts: { version: '0.1.0' },
    });
  });

  it.each<[string, () => Promise<string>]>([
    ['nobody answers', deadUrl],
    ['somebody else does', () => answering({ hello: 'world' })],
    ['it is an error', () => answering({ status: 'ok' }, 0, 503)],
  ])('is an error where %s', async (_, url) => {
    expect((await look(api, sourcesWith(deployed(await url())))).level).toBe('error');
  });
});

describe('the clocks', () => {
  const apart = async (seconds: number) => {
    const [ours, twilioUrl] = [await answering({}), await answering({}, seconds)];
    return look(clockSkew, sourcesWith({ ...deployed(ours), twilioUrl }));
  };

  it.each([
    [0, 'ok'],
    [30, 'warn'],
    [-90, 'error'],
  ])('%d s apart are %s', async (seconds, level) => {
    expect((await apart(seconds)).level).toBe(level);
  });

  it('cannot be compared where an answer has no date', async () => {
    const twilioUrl = await start((_, response) => {
      response.sendDate = false;
      response.end();
    });
    const sources = sourcesWith({ ...deployed(await answering({})), twilioUrl });
    expect((await look(clockSkew, sources)).level).toBe('warn');
  });
});

describe('concurrency', () => {
  const withUrl = (endpoint: string) => {
    lambda.push(new LambdaClient({ ...AWS, endpoint }));
    return sourcesWith({ lambda: lambda.at(-1)! });
  };

  it('of an account as AWS gives it is enough', async () => {
    const found = await look(lambdaConcurrency, withUrl(await start(lambdaAccount)));
    expect(found).toEqual({ level: 'ok', facts: { concurrentExecutions: 1000, unreserved: 1000 } });
  });

  it('of a new account is told', async () => {
    const AccountLimit = { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 };
    const found = await look(lambdaConcurrency, withUrl(await answering({ AccountLimit })));
    expect(found).toMatchObject({ level: 'warn', facts: { unreserved: 10 } });
  });
});

describe('the last webhooks', () => {
  let at: AtStandIn;
  let written: CloudWatchLogs;
  let logs: CloudWatchLogsClient;

  beforeEach(async () => {
    at = await AtStandIn.open();
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    written = new CloudWatchLogs(at.harness.clock);
    logs = new CloudWatchLogsClient({ ...AWS, endpoint: await start(written.listener) });
  });
  afterEach(async () => {
    logs.destroy();
    written.close();
    jest.restoreAllMocks();
    await at.close();
  });

  const { taskRouterWebhookLogs, conversationsWebhookLogs } = DEPLOYMENT;
  const taken = (group: string) => written.run(group, 'r-1', async () => undefined);
  const refused = (group: string) =>
    written.run(group, 'r-2', async () => {
      process.stderr.write(
        '{"level":"warn","message":"webhook without a right signature","requestId":"r-2"}\n',
      );
    });
  const taskRouter = () => look(lastTaskRouterWebhook, sourcesAt(at, { logs }));
  const conversations = () => look(lastConversationsWebhook, sourcesAt(at, { logs }));

  it('are told where there was none yet', async () => {
    expect(await taskRouter()).toMatchObject({
      level: 'warn',
      facts: { lastTaken: null, lastRefused: null },
    });
    expect((await conversations()).level).toBe('warn');
  });

  it('are well where the last was taken, also after one that was refused', async () => {
    for (const group of [taskRouterWebhookLogs, conversationsWebhookLogs]) await refused(group);
    await at.harness.clock.advance(60);
    const now = at.harness.clock.now().toISOString();
    for (const group of [taskRouterWebhookLogs, conversationsWebhookLogs]) await taken(group);
    expect(await taskRouter()).toMatchObject({ level: 'ok', facts: { lastTaken: now } });
    expect(await conversations()).toMatchObject({ level: 'ok', facts: { lastTaken: now } });
  });

  it('are an error where the last was refused', async () => {
    await taken(taskRouterWebhookLogs);
    await at.harness.clock.advance(1);
    await refused(taskRouterWebhookLogs);
    await refused(conversationsWebhookLogs);
    expect((await taskRouter()).level).toBe('error');
    expect(await conversations()).toMatchObject({ level: 'error', facts: { lastTaken: null } });
  });

  it('are an error where TaskRouter has had events since, but for the last two minutes', async () => {
    await taken(taskRouterWebhookLogs);
    await at.harness.clock.advance(600);
    await at.harness.startAccepted();
    expect((await taskRouter()).level).toBe('ok');
    await at.harness.clock.advance(130);
    expect((await taskRouter()).level).toBe('error');
    await taken(taskRouterWebhookLogs);
    expect((await taskRouter()).level).toBe('ok');
  });
});

describe('the report', () => {
  const sources = sourcesWith({});

  it('has every check, those in need of something first, and is well without an error', async () => {
    const report = await status(sources, {
      one: async () => ok('Well', { count: 1 }),
      two: async () => warn('Odd', 'Look at it.'),
    });
    expect(report).toEqual({
      ok: true,
      checkedAt: new Date(NOW).toISOString(),
      findings: [
        { check: 'two', level: 'warn', what: 'Odd', do: 'Look at it.', facts: {} },
        { check: 'one', level: 'ok', what: 'Well', facts: { count: 1 } },
      ],
    });
  });

  it('is not well with an error, nor where a check fails, of which only kinds are told', async () => {
    const report = await status(sources, {
      one: async () => error('Wrong', 'Mend it.'),
      two: async () => {
        throw Object.assign(new TypeError('with a private text'), {
          operation: 'GET /v1/Sinks',
          status: 500,
        });
      },
    });
    expect(report.ok).toBe(false);
    expect(report.findings[1]).toMatchObject({
      check: 'two',
      level: 'error',
      facts: { error: 'TypeError', operation: 'GET /v1/Sinks', status: 500 },
    });
    expect(JSON.stringify(report)).not.toContain('private');
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ObservedCall } from '../../local/observe';
import { type Product, type ProductOptions, startProduct } from '../../local/product';
import { temporaryFolder } from './clock-fixture';
import { fixtureCode } from './fixtures/code';

const HOUR = 60 * 60_000;

let product: Product | undefined;
afterEach(async () => {
  await product?.close();
  product = undefined;
  jest.resetModules();
});

/** The product on a small stack; handlers are loaded anew, as they read their environment when they are. */
async function start(options: Partial<ProductOptions> = {}): Promise<Product> {
  product = await startProduct({ port: 0, code: fixtureCode, ...options });
  return product;
}

async function ask(path: string, method = 'GET', body?: object): Promise<Record<string, string>> {
  const response = await fetch(product!.url + path, { method, body: body && JSON.stringify(body) });
  return (await response.json()) as Record<string, string>;
}

const stateOf = async (conversationSid: string) => (await ask(`/echo?record=${conversationSid}`)).state;

it('calls handlers with the time of its clock, and everything happens at its moment', async () => {
  const { clock } = await start();
  const begin = clock.now().getTime();
  const { deadline } = await ask('/conversations/CH1/pause', 'POST');
  expect(product!.timers()).toMatchObject([{ name: 'CH1-1', status: 'RUNNING', wakeAt: deadline }]);
  await ask('/local/clock', 'POST', { advance: 'PT45M' });
  const swept = String(await stateOf('CH1')).replace('swept ', '');
  expect(Math.round((Date.parse(swept) - begin) / 1000)).toBe(HOUR / 2000);
  await ask('/local/clock', 'POST', { advance: 'PT45M' });
  expect(await stateOf('CH1')).toBe(`reassigned ${deadline}`);
});

it('gives handlers the secret, and addresses that lead to the services here', async () => {
  const { port } = await start({ twilioBaseUrl: 'http://127.0.0.1:9' });
  const said = await ask('/echo');
  expect(said).toMatchObject({ publicUrl: `http://localhost:${port}`, twilioBaseUrl: 'http://127.0.0.1:9' });
  expect(said.accountSid).toMatch(/^AC[0-9a-f]{32}$/);
});

it('answers its own routes, and those of the built-in Twilio only where that is used', async () => {
  await start({ twilioBaseUrl: 'http://127.0.0.1:9' });
  expect(await ask('/local/timers')).toEqual([]);
  expect(await ask('/local/agents')).toMatchObject({ code: 'not-found' });
});

it('lets each request of the handlers be watched, before it is carried out and before its answer', async () => {
  const calls: string[] = [];
  const observe = ({ service, operation, phase }: ObservedCall) =>
    void calls.push(`${phase} ${service} ${operation}`);
  await start({ observe });
  await ask('/conversations/CH1/pause', 'POST');
  expect(calls).toEqual([
    'before lambda pause',
    'before dynamodb PutItem',
    'after dynamodb PutItem',
    'before states StartExecution',
    'after states StartExecution',
    'after lambda pause',
  ]);
});

it('goes on after a restart with records, timers and time', async () => {
  const dataDir = await temporaryFolder();
  await start({ dataDir });
  const { deadline } = await ask('/conversations/CH1/pause', 'POST');
  const before = await product!.clock.advance(10 * 60_000);
  await product!.close();
  jest.resetModules();

  const { clock } = await start({ dataDir });
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
  await clock.advance(2 * HOUR);
  expect(await stateOf('CH1')).toBe(`reassigned ${deadline}`);
}, 20_000);

it.each([
  ['before', 'dynamodb', 'PutItem', undefined],
  ['after', 'dynamodb', 'PutItem', 'swept'],
  ['before', 'states', 'StartExecution', 'swept'],
  ['after', 'states', 'StartExecution', 'reassigned'],
])(
  'killed %s %s %s, knows after a restart what was done until then',
  async (phase, service, operation, state) => {
    const dataDir = await temporaryFolder();
    const script = join(__dirname, 'fixtures/killed-product.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, phase, service, operation]);
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');

    const { clock } = await start({ dataDir });
    await clock.advance(2 * HOUR);
    expect((await stateOf('CH1'))?.split(' ')[0]).toBe(state);
  },
  20_000,
);

it('sweeps once when asked', async () => {
  await start();
  expect(await product!.sweep()).toEqual({ found: [] });
});

it('refuses a port in use before it starts anything', async () => {
  const { port } = await start();
  const taken = product;
  await expect(
    startProduct({ port, code: () => Promise.reject(new Error('too late')) }),
  ).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  product = taken;
});

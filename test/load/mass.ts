import { inParallel } from '../../lambda/actions/in-parallel';
import { startProduct, type Product } from '../../local/product';
import { DEMO_USERS } from '../../local/twilio/demo';
import { recordingProxy } from '../e2e/recording-proxy';
import { Api } from './api';
import { begin, channels } from './caller';
import { brokenPromises, listed } from './kept';
import { percentile } from './latencies';
import { quiet } from './quiet';
import { RateLimit } from './rate-limit';

export interface MassOptions {
  /** Pauses with one and the same deadline */
  readonly pauses: number;
  /** What Twilio answers a second; 429 to all above */
  readonly perSecond: number;
  /** @default the CDK app's template and the handlers in `lambda/` */
  readonly code?: Parameters<typeof startProduct>[0]['code'];
}

/** For ten thousand to be paused in. */
const UNTIL_THEN_MS = 3 * 3_600_000;
const MINUTE_MS = 60_000;
const LONGEST_MINUTES = 24 * 60;

/**
 * One agent's pauses are handed over to another, and all deadlines come at one minute while Twilio answers 429 above its
 * rate. @returns the promises that were broken
 */
export async function mass(
  { pauses, perSecond, code }: MassOptions,
  say: (line: string) => void,
): Promise<string[]> {
  const product = await startProduct({ port: 0, ...(code && { code }) });
  const limit = new RateLimit(perSecond);
  let isLimited = false;
  const twilio = await recordingProxy(
    process.env['TWILIO_BASE_URL']!,
    () => undefined,
    () => (!isLimited || limit.allows(performance.now()) ? undefined : 429),
  );
  process.env['TWILIO_BASE_URL'] = twilio.url;
  try {
    const api = new Api(product.url);
    await api.set({ enabled: true }, {}, { wrapUp: false });
    const deadline = Math.ceil((product.clock.now().getTime() + UNTIL_THEN_MS) / MINUTE_MS) * MINUTE_MS;
    const paused = await pauseAll(api, pauses, new Date(deadline).toISOString());
    await quiet(api);
    say(`${pauses} paused, until one and the same minute`);
    isLimited = true;
    say(await handOver(api));
    say(await letAllPass(api, product, deadline));
    say(`Twilio answered ${limit.refused} of ${limit.asked} requests with 429`);
    isLimited = false;
    await quiet(api);
    return await brokenPromises(api, paused);
  } finally {
    await product.close();
    await twilio.close();
  }
}

async function pauseAll(api: Api, count: number, until: string): Promise<string[]> {
  const conversations: string[] = [];
  await inParallel(channels(count), async (channelType) => {
    const { conversationSid, path, token } = await begin(api, channelType);
    await api.post(`${path}/pause`, token, { until });
    conversations.push(conversationSid);
  });
  return conversations;
}

async function handOver(api: Api): Promise<string> {
  const [from, to] = ['Alice', 'Bob'].map((name) => DEMO_USERS.find((user) => user.name === name)!.workerSid);
  const began = performance.now();
  const { accepted } = await api.post<{ accepted: number }>('/handover', undefined, {
    fromWorkerSid: from,
    toWorkerSid: to,
  });
  let minutes = 0;
  for (; (await listed(api, '/paused')).some(({ pause }) => pause?.workerSid === from); minutes++)
    await api.post('/local/clock', undefined, { advance: 'PT1M' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return `${accepted} pauses of Alice are Bob’s after ${minutes} minutes of sweeps, ${seconds} s here`;
}

/** How late the tasks were, by the product's clock, which steps on whenever nothing is in flight. */
async function letAllPass(api: Api, { clock }: Product, deadline: number): Promise<string> {
  const began = performance.now();
  await clock.advance(deadline - clock.now().getTime());
  let minutes = 0;
  for (; minutes < LONGEST_MINUTES && !(await isAllOffered(api)); minutes++) await clock.advance(MINUTE_MS);
  const { tasks } = await api.get<{ tasks: { createdAt: string; status: string }[] }>('/local/tasks');
  const late = tasks
    .map(({ createdAt }) => (Date.parse(createdAt) - deadline) / 1000)
    .filter((seconds) => seconds >= 0)
    .sort((a, b) => a - b);
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(late, share).toFixed(1));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return `${late.length} back in their queue, p50 ${p50} s late, p99 ${p99} s, at most ${most} s; ${seconds} s here`;
}

async function isAllOffered(api: Api): Promise<boolean> {
  const { conversations } = await api.get<{ conversations: unknown[] }>('/paused?worker=all&limit=1');
  return conversations.length === 0 && (await api.get<unknown[]>('/local/owed')).length === 0;
}

import { deployedCode, type DeployedCode } from '../../local/deployed-code';
import { startProduct } from '../../local/product';
import { recordingProxy } from '../e2e/recording-proxy';
import { Api, tokenOf } from '../load/api';
import { CallLog, type FunctionCall } from './call-log';
import { Capacity } from './capacity';
import { HeldWebhooks } from './held-webhooks';

/** What happened in one step. */
export interface Step {
  /** Functions that ran, first the one that was asked, then those that webhooks or the clock called. */
  readonly functions: readonly FunctionCall[];
  /** DynamoDB's request units. */
  readonly units: { readonly reads: number; readonly writes: number };
}

export type GoodPaths = Readonly<Record<string, Step>>;

/**
 * Takes conversations through everything that happens on a good day, and tells for each step which functions ran and
 * which outside calls each made. Webhooks wait until the action that caused them has been answered.
 */
export async function goodPaths(code: () => Promise<DeployedCode> = deployedCode): Promise<GoodPaths> {
  const log = new CallLog();
  const webhooks = new HeldWebhooks();
  const { template } = await code();
  const capacity = new Capacity(template);
  log.open();
  webhooks.open();
  const product = await startProduct({ port: 0, observe: log.observe, code });
  const table = await recordingProxy(
    process.env['AWS_ENDPOINT_URL_DYNAMODB']!,
    capacity.see,
    () => undefined,
  );
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = table.url;
  try {
    const day = new Day(new Api(product.url), log, capacity, webhooks);
    await day.pass();
    return day.steps;
  } finally {
    webhooks.close();
    await product.close();
    await table.close();
    log.close();
  }
}

class Day {
  readonly steps: Record<string, Step> = {};

  constructor(
    private readonly api: Api,
    private readonly log: CallLog,
    private readonly capacity: Capacity,
    private readonly webhooks: HeldWebhooks,
  ) {}

  async pass(): Promise<void> {
    const { api } = this;
    await api.set({ enabled: true }, { enabled: true });
    await this.clock('a minute with nothing to do', 'PT1M');
    const { path, token } = await this.accepted();
    await this.step('an agent’s message', () => this.message(path, 'agent'));
    await this.step('a customer’s message', () => this.message(path, 'customer'));
    await this.step('pause', () => api.post(`${path}/pause`, token, { timeLimit: 'P2D' }));
    await this.step('complete', () => api.post(`${path}/complete`, token));
    await this.step('a poll of the desk', () => api.get(path, token));
    await this.step('resume', () => api.post(`${path}/resume`, token));
    await api.post(`${path}/pause`, token, { timeLimit: 'P2D' });
    await api.post(`${path}/complete`, token);
    await this.step('reply to a pause', () => this.message(path, 'customer'));
    await this.clock('an hour after a pause', 'PT1H');
    await this.clock('the day after', 'PT22H');
    await this.clock('the mark of 24 hours', 'PT2H');
    await this.clock('the mark of one hour', 'PT22H30M');
    await this.clock('deadline', 'PT1H');
    await this.acceptAgain(path);
    await this.leaveAndReply();
  }

  private async leaveAndReply(): Promise<void> {
    const { path, token } = await this.accepted();
    await this.step('leave', () => this.api.post(`${path}/leave`, token));
    await this.step('complete of a leave', () => this.api.post(`${path}/complete`, token));
    await this.step('reply to a leave', () => this.message(path, 'customer'));
  }

  /** Who is the next available agent takes what has come back. */
  private async acceptAgain(path: string): Promise<void> {
    const { task } = await this.api.get<{ task: { taskSid: string } }>(path);
    await this.step('accept after a deadline', () => this.api.post(`/local/tasks/${task.taskSid}/accept`));
  }

  private async accepted(): Promise<{ path: string; token: string }> {
    let begun = { conversationSid: '', taskSid: '' };
    await this.step('a task begins', async () => {
      begun = await this.api.post('/local/conversations', undefined, { channelType: 'web' });
    });
    let workerSid = '';
    await this.step('accept', async () => {
      ({ workerSid } = await this.api.post<{ workerSid: string }>(`/local/tasks/${begun.taskSid}/accept`));
    });
    const token = tokenOf(workerSid);
    const path = `/conversations/${begun.conversationSid}`;
    await this.api.get(path, token); // its token is known from now on
    return { path, token };
  }

  private message(path: string, from: 'agent' | 'customer'): Promise<unknown> {
    return this.api.post(`/local${path}/messages`, undefined, { from, body: 'Is there any news?' });
  }

  /** What the product does by itself while time passes; webhooks come as they are sent. */
  private async clock(name: string, advance: string): Promise<void> {
    await this.webhooks.letThrough(() =>
      this.step(name, () => this.api.post('/local/clock', undefined, { advance })),
    );
  }

  /** What the action called, and after its answer what the webhooks did. */
  private async step(name: string, act: () => Promise<unknown>): Promise<void> {
    await this.webhooks.deliver();
    this.log.functionCalls.splice(0);
    this.capacity.take();
    await act();
    await this.webhooks.deliver();
    this.steps[name] = { functions: this.log.functionCalls.splice(0), units: this.capacity.take() };
  }
}

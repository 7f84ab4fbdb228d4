import { agentDeleted } from '../../lambda/actions/agent-deleted';
import { newMessages } from '../../lambda/actions/customer-messages';
import { deadline, InviteStillOwed } from '../../lambda/actions/deadline';
import { foundClosed } from '../../lambda/actions/found-closed';
import type { HandoverDeps, Lists } from '../../lambda/actions/ports';
import { sweep } from '../../lambda/actions/sweep';
import { taskEvent } from '../../lambda/actions/task-event';
import type { Measures, MetricName } from '../../lambda/domain/metric-names';
import { DEFAULT_SETTINGS, type Settings } from '../../lambda/domain/settings';
import { type Instant, instant, plusSeconds } from '../../lambda/domain/time';
import { ALICE, FLOW, NOW, sid } from './constants';
import { MemoryBus } from './event-bus';
import { MemoryHistory } from './history';
import { MemoryHandovers } from './handovers';
import { MemoryStore } from './store';
import { MemoryTimer } from './timer';
import { FakeTwilio } from './twilio';
import { FakePlatform, type News } from './twilio-platform';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export const PAUSE_ON: Settings = {
  ...DEFAULT_SETTINGS,
  pause: { ...DEFAULT_SETTINGS.pause, enabled: true },
};
export const BOTH_ON: Settings = { ...PAUSE_ON, leave: { ...DEFAULT_SETTINGS.leave, enabled: true } };
/** What is left is custom logic's for an hour after the reply. */
export const CUSTOM_ROUTING: Settings = {
  ...BOTH_ON,
  leave: { ...BOTH_ON.leave, onReply: 'custom-routing' },
};
/** The same, and the custom logic is a Studio flow. */
export const STUDIO: Settings = {
  ...CUSTOM_ROUTING,
  leave: { ...CUSTOM_ROUTING.leave, studioFlowSid: FLOW },
};
export const DEFAULT_WORKFLOW = sid('WW', 9);

/** Everything that an action works with, in memory, on a clock that stands until it is moved. */
export class TestDeps {
  readonly store: MemoryStore;
  readonly history = new MemoryHistory();
  readonly bus = new MemoryBus();
  readonly handovers = new MemoryHandovers();
  readonly timer = new MemoryTimer();
  readonly platform: FakePlatform;
  readonly twilio: FakeTwilio;
  readonly lines: LogLine[] = [];
  readonly measured: Measures[] = [];
  private milliseconds: number;
  private ids = 0;
  private runs = 0;

  constructor({ now = NOW, settings = PAUSE_ON }: { now?: Instant; settings?: Settings } = {}) {
    this.milliseconds = Date.parse(now);
    this.store = new MemoryStore(settings);
    this.platform = new FakePlatform(() => this.now());
    this.twilio = new FakeTwilio(this.platform);
  }

  now(): Instant {
    return instant(new Date(this.milliseconds));
  }

  advance(seconds: number): void {
    this.milliseconds += seconds * 1000;
    this.platform.timePasses();
  }

  /** What one run of a Lambda gets. */
  nextRun(): HandoverDeps & { readonly lists: Lists } {
    this.runs++;
    const log =
      (level: LogLine['level']) =>
      (message: string, fields: LogLine['fields'] = {}) =>
        void this.lines.push({ level, message, fields });
    return {
      store: this.store,
      lists: this.store,
      history: this.history,
      events: this.bus,
      handovers: this.handovers,
      timer: this.timer,
      twilio: this.twilio,
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      metrics: { measure: (values) => void this.measured.push(values) },
      now: () => new Date(this.milliseconds),
      run: `run-${this.runs}`,
      newId: () => `id-${++this.ids}`,
      workspace: { workspaceSid: sid('WS', 1), defaultWorkflowSid: DEFAULT_WORKFLOW },
    };
  }

  /** The values of one metric, in their order. */
  valuesOf(name: MetricName): number[] {
    return this.measured.flatMap((values) => values[name] ?? []);
  }

  /** A conversation whose task an agent has accepted, and whose record knows it. */
  async heldConversation(
    workerSid = ALICE,
    attributes: Readonly<Record<string, unknown>> = {},
  ): Promise<{ conversationSid: string; taskSid: string }> {
    const { conversationSid, taskSid } = this.platform.startConversation(attributes);
    this.platform.accept(taskSid, workerSid);
    await this.deliver();
    return { conversationSid, taskSid };
  }

  /** Twilio's webhooks arrive, in their order, until there is no more news. */
  async deliver(): Promise<void> {
    for (let next = this.platform.news.shift(); next; next = this.platform.news.shift())
      await this.hear(next);
  }

  /** One webhook arrives. */
  async hear(news: News): Promise<void> {
    if (news.kind === 'closed') await foundClosed(news.conversationSid, this.nextRun());
    else if (news.kind === 'written') await newMessages(news.conversationSid, [news.message], this.nextRun());
    else if (news.kind === 'agent-deleted') await agentDeleted(news.workerSid, this.nextRun(), () => true);
    else await taskEvent(news, this.nextRun());
  }

  /** Twilio's webhooks get lost. */
  loseNews(): void {
    this.platform.news = [];
  }

  async sweep() {
    return sweep(this.nextRun(), () => 0);
  }

  /** Minutes pass: each brings what timers are due, Twilio's webhooks, and a sweep. */
  async minutes(count: number): Promise<void> {
    for (let minute = 0; minute < count; minute++) {
      this.advance(60);
      await this.fireTimers();
      await this.deliver();
      await this.sweep();
      await this.deliver();
    }
  }

  /** The executions whose wait is over call their Lambda; one that still owes its invite goes on, and calls again. */
  async fireTimers(): Promise<void> {
    for (const { name, input } of this.timer.running()) {
      if (input.deadline > this.now()) continue;
      try {
        await deadline(input, this.nextRun());
        this.timer.finish(name);
      } catch (error) {
        if (!(error instanceof InviteStillOwed)) throw error;
      }
    }
  }

  in(seconds: number): Instant {
    return plusSeconds(this.now(), seconds);
  }
}

export function testDeps(options?: ConstructorParameters<typeof TestDeps>[0]): TestDeps {
  return new TestDeps(options);
}

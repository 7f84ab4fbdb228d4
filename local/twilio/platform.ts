import { destinationsOf } from './destinations';
import { type TwilioStandInOptions } from './options';
import { type AlarmKind, type Moment } from './records';
import { openStore, type Store } from './store';
import { EventLog } from './taskrouter/event-log';
import { WebhookSender } from './webhooks';

/** What happens by itself: what alarms do, and what follows each change. */
export interface Automatic {
  readonly alarms: Readonly<Record<AlarmKind, (platform: Platform, sid: string) => void>>;
  /** Runs after every change, before it is written: hands pending tasks to free workers. */
  readonly afterChange: (platform: Platform) => void;
}

/** What all parts of the stand-in share: what is kept, the time, alarms and webhooks. */
export class Platform {
  readonly store: Store;
  readonly events: EventLog;
  readonly webhooks: WebhookSender;

  constructor(
    readonly options: TwilioStandInOptions,
    private readonly automatic: Automatic,
  ) {
    this.store = openStore(options.state);
    this.events = new EventLog(this.store.events);
    this.webhooks = new WebhookSender(options, (path, eventType) => destinationsOf(this, path, eventType));
    for (const { kind, sid, at } of this.store.alarms.values()) this.startAlarm(kind, sid, at);
  }

  now(): Moment {
    return this.options.clock.now().getTime();
  }

  /** 1, 2, 3 …, going on after a restart. */
  nextNumber(): number {
    const number = (this.store.counters.get('number') ?? 0) + 1;
    this.store.counters.set('number', number);
    return number;
  }

  /**
   * Carries out one change: all of it at once, then written, then told by webhook.
   * `act` must refuse before it changes anything.
   */
  async change<T>(act: () => T): Promise<T> {
    const result = act();
    this.automatic.afterChange(this);
    const deliver = this.webhooks.hold();
    const written = this.options.state.flush();
    deliver(written);
    await written;
    return result;
  }

  /** Answers from what is kept, once all of it is written. */
  async read<T>(look: () => T): Promise<T> {
    const result = look();
    await this.options.state.flush();
    return result;
  }

  /** Sets an alarm that outlives the process; it replaces the one of the same kind and SID. */
  setAlarm(kind: AlarmKind, sid: string, at: Moment): void {
    this.store.alarms.set(alarmKey(kind, sid), { kind, sid, at });
    this.startAlarm(kind, sid, at);
  }

  clearAlarm(kind: AlarmKind, sid: string): void {
    this.store.alarms.delete(alarmKey(kind, sid));
    this.options.clock.clearAlarm(alarmKey(kind, sid));
  }

  private startAlarm(kind: AlarmKind, sid: string, at: Moment): void {
    this.options.clock.setAlarm(alarmKey(kind, sid), new Date(at), () =>
      this.change(() => {
        this.store.alarms.delete(alarmKey(kind, sid));
        this.automatic.alarms[kind](this, sid);
      }),
    );
  }
}

function alarmKey(kind: AlarmKind, sid: string): string {
  return `twilio-${kind}-${sid}`;
}

/** ISO 8601 UTC in whole seconds, as Twilio's REST answers have it. */
export function iso(moment: Moment): string {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

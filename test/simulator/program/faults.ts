import type { Chance } from './chance';
import { MOST_SKEW } from './constants';

/** What can go wrong by chance, each at a rate of its own: of calls, webhooks, timers, sweeps or offers. */
export const FAULTS = [
  'crash',
  'clock-skew',
  'twilio-429',
  'twilio-500',
  'twilio-500-carried-out',
  'twilio-time-out',
  'twilio-time-out-carried-out',
  'twilio-time-out-carried-out-later',
  'twilio-time-out-carried-out-minutes-later',
  'twilio-slow',
  'webhook-dropped',
  'webhook-doubled',
  'webhook-late',
  'webhook-out-of-order',
  'write-lost-to-another',
  'write-answer-lost',
  'store-throttled',
  'store-failed-carried-out',
  'index-behind',
  'event-throttled',
  'event-refused-in-answer',
  'event-failed-carried-out',
  'start-throttled',
  'start-failed-carried-out',
  'start-failed-carried-out-later',
  'start-for-ever-impossible',
  'stop-failing',
  'timer-lost',
  'timer-late',
  'timer-early',
  'timer-twice',
  'sweep-twice',
  'agent-declines',
  'agent-lets-lapse',
  'accept-joins-nobody',
  'wrap-up-closes-channel',
] as const;

export type Fault = (typeof FAULTS)[number];
export type Rates = Readonly<Partial<Record<Fault, number>>>;

/** What can be out for hours or days; `writes`: records can be read, and not written. */
export type Part = 'sweep' | 'webhooks' | 'twilio' | 'table' | 'writes' | 'events' | 'step functions';

/** Whether a fault strikes, and how often each has. */
export class Faults {
  readonly counts: Record<string, number> = {};
  private isOn = true;

  /** @param hasOutage whether a part does not work at all at the moment */
  constructor(
    private readonly rates: Rates,
    readonly chance: Chance,
    private readonly hasOutage: (part: Part) => boolean = () => false,
  ) {}

  isOut(part: Part): boolean {
    if (!this.isOn || !this.hasOutage(part)) return false;
    this.count(`outage of ${part}`);
    return true;
  }

  strikes(fault: Fault, name: string): boolean {
    if (!this.isOn || !this.chance.happens(`${fault} ${name}`, this.rates[fault] ?? 0)) return false;
    this.count(fault);
    return true;
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** The dust may settle. */
  end(): void {
    this.isOn = false;
  }

  crashAt = (
    { key, calls }: { readonly key: string; readonly calls: number },
    name: string,
  ): 'before' | 'after' | undefined => {
    if (!this.strikes('crash', `${key} ${calls} ${name}`)) return undefined;
    return this.chance.happens(`crash before ${key} ${calls}`, 0.5) ? 'before' : 'after';
  };

  skewOf(key: string): number {
    if (!this.strikes('clock-skew', key)) return 0;
    return this.chance.between(`skew ${key}`, -MOST_SKEW, MOST_SKEW);
  }
}

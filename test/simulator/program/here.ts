import type { Handovers, History, Lists, Store, Timer } from '../../../lambda/actions/ports';
import type { ThrottledOptions } from '../../../lambda/adapters/twilio/throttled';
import type { TwilioRequest, TwilioResponse } from '../../../lambda/adapters/twilio/transport';
import type { Measures } from '../../../lambda/domain/metric-names';
import type { SimulatedEventBridge } from './event-bus';
import type { Webhooks } from './webhooks';

/** What takes the place of AWS and Twilio finds here what is being simulated. */
export interface Surroundings {
  readonly table: Store & Pick<Lists, 'parked'> & { readonly handovers: Handovers };
  readonly histories: History;
  readonly eventBridge: Pick<SimulatedEventBridge, 'send'>;
  readonly stepFunctions: Timer;
  readonly twilio: { request(request: TwilioRequest, options: ThrottledOptions): Promise<TwilioResponse> };
  readonly webhooks: Pick<Webhooks, 'send'>;
  newId(): string;
  newSid(prefix: string): string;
  logged(level: string, message: string, fields?: Readonly<Record<string, unknown>>): void;
  measured(values: Measures): void;
}

/** One world at a time. */
export const here: { world: Surroundings } = { world: undefined as never };

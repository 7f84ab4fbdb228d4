import { TOO_MANY_CALLS, TwilioError, type TwilioErrorKind, type Twilio } from '../../lambda/actions/ports';

export type TwilioCall = keyof Twilio;
/** `unavailable-applied`: carried out, but the answer got lost; `throttled`: 429, each time that the transport tries. */
export type HowItFails = TwilioErrorKind | 'unavailable-applied' | 'throttled';

/** Which of the next calls fail, and how. */
export class Failures {
  private readonly planned = new Map<TwilioCall, HowItFails[]>();

  plan(call: TwilioCall, how: HowItFails, times: number): void {
    this.planned.set(call, [...(this.planned.get(call) ?? []), ...Array<HowItFails>(times).fill(how)]);
  }

  /** Makes the call, as it is planned. */
  async around<T>(call: TwilioCall, carryOut: () => T): Promise<T> {
    const [how, ...later] = this.planned.get(call) ?? [];
    this.planned.set(call, later);
    if (how === undefined) return carryOut();
    if (how === 'throttled') throw new TwilioError(call, 'unavailable', TOO_MANY_CALLS);
    if (how === 'unavailable-applied') carryOut();
    throw new TwilioError(call, how === 'unavailable-applied' ? 'unavailable' : how);
  }
}

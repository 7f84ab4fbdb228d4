import type { Twilio, TwilioError } from '../../../lambda/actions/ports';
import { twilioOver } from '../../../lambda/adapters/twilio';
import { transport, type TransportOptions } from '../../../lambda/adapters/twilio/transport';
import { WORKSPACE } from './calls';
import { sid } from '../../doubles/constants';

export const CREDENTIALS = { accountSid: sid('AC'), authToken: 'the-auth-token' };
/** Longer than any call on loopback takes. */
export const AMPLE = { left: () => 60_000 };

/** Options of a transport to the loopback server; it never really waits between tries. */
export function optionsFor(baseUrl: string, options: Partial<TransportOptions> = {}): TransportOptions {
  return {
    credentials: async () => CREDENTIALS,
    baseUrl,
    budget: AMPLE,
    sleep: async () => {},
    ...options,
  };
}

export function twilioAt(baseUrl: string, options: Partial<TransportOptions> = {}): Twilio {
  return twilioOver(transport(optionsFor(baseUrl, options)), WORKSPACE);
}

/** What a call that must fail failed with: kind, status and code of its TwilioError. */
export async function failureOf(call: Promise<unknown>): Promise<Partial<TwilioError>> {
  const error = await call.then(
    (result) => {
      throw new Error(`The call did not fail: ${JSON.stringify(result)}`);
    },
    (thrown: unknown) => thrown as TwilioError,
  );
  const { name, kind, status, code } = error;
  return { name, kind, ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) };
}

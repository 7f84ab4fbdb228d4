import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { budgetOf } from '../../lambda/adapters/budget';
import { secretCredentials } from '../../lambda/adapters/secrets';
import { transport, type Transport, type TwilioCredentials } from '../../lambda/adapters/twilio/transport';
import { type Deployment } from '../deployment/deployment';

/** All calls of one command, in milliseconds. */
const BUDGET_MILLISECONDS = 5 * 60_000;

/** The credentials that the functions use. @throws ResourceNotFoundException: there is no such secret */
export function credentialsOf({ secretName, accountSid }: Deployment): Promise<TwilioCredentials> {
  return secretCredentials(new SecretsManagerClient({}), secretName, accountSid, Date.now)();
}

/**
 * The HTTP that the functions use.
 *
 * @param milliseconds for all its calls
 */
export function twilioWith(credentials: TwilioCredentials, milliseconds = BUDGET_MILLISECONDS): Transport {
  const began = performance.now();
  return transport({
    credentials: async () => credentials,
    baseUrl: process.env['TWILIO_BASE_URL'] || undefined,
    budget: budgetOf(milliseconds, () => performance.now() - began),
  });
}

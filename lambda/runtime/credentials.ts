import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretCredentials } from '../adapters/secrets';
import { clock } from './clock';
import { once, required } from './environment';

const REQUEST_HANDLER = { connectionTimeout: 1_000, requestTimeout: 3_000 };

const kept = once(() =>
  secretCredentials(
    new SecretsManagerClient({ maxAttempts: 3, requestHandler: REQUEST_HANDLER }),
    required('TWILIO_SECRET_NAME'),
    required('TWILIO_ACCOUNT_SID'),
    () => clock.now().getTime(),
  ),
);

/** Twilio's credentials; read from Secrets Manager when first needed. */
export const credentials = () => kept()();

import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretCredentials } from '../adapters/secrets';
import { AWS_CLIENT } from './aws-client';
import { clock } from './clock';
import { once, required } from './environment';

const kept = once(() =>
  secretCredentials(
    new SecretsManagerClient(AWS_CLIENT),
    required('TWILIO_SECRET_NAME'),
    required('TWILIO_ACCOUNT_SID'),
    () => clock.now().getTime(),
  ),
);

/** Twilio's credentials; read from Secrets Manager when first needed. */
export const credentials = () => kept()();

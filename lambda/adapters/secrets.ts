import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { TwilioCredentials } from './twilio/transport';

/** A rotated secret is in force everywhere after this time. */
const KEPT_MILLISECONDS = 5 * 60_000;

/**
 * Twilio's credentials from Secrets Manager: JSON with `authToken`, and maybe `authTokenSecondary`, `apiKeySid`,
 * `apiKeySecret`. Read when first needed, and kept for five minutes;
 * longer while Secrets Manager does not answer.
 */
export function secretCredentials(
  client: SecretsManagerClient,
  secretName: string,
  accountSid: string,
  now: () => number,
): () => Promise<TwilioCredentials> {
  let kept: { readonly at: number; readonly credentials: Promise<TwilioCredentials> } | undefined;
  return () => {
    if (kept === undefined || now() - kept.at > KEPT_MILLISECONDS) {
      const before = kept;
      const credentials = read(client, secretName, accountSid);
      kept = { at: now(), credentials };
      credentials.catch(() => (kept = before));
      return before === undefined ? credentials : credentials.catch(() => before.credentials);
    }
    return kept.credentials;
  };
}

async function read(
  client: SecretsManagerClient,
  secretName: string,
  accountSid: string,
): Promise<TwilioCredentials> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretName }));
  const secret = parsed(SecretString ?? '');
  if (typeof secret?.authToken !== 'string' || secret.authToken === '') {
    throw new Error(`Secret ${secretName} has no authToken`);
  }
  return { ...secret, accountSid };
}

/** The parser's own error would repeat a piece of the secret, and errors are logged. */
function parsed(text: string): Omit<TwilioCredentials, 'accountSid'> | undefined {
  try {
    return (JSON.parse(text) ?? undefined) as Omit<TwilioCredentials, 'accountSid'> | undefined;
  } catch {
    return undefined;
  }
}

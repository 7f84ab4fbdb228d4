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
  const { authToken, ...others } = fieldsIn(SecretString ?? '');
  if (authToken === undefined) throw new Error(`Secret ${secretName} has no authToken`);
  return { ...others, authToken, accountSid };
}

const FIELDS = ['authToken', 'authTokenSecondary', 'apiKeySid', 'apiKeySecret'] as const;

/** Those that are no text, or empty, are not there: null for a token that is not rotated is easily written. */
function fieldsIn(text: string): Partial<Record<(typeof FIELDS)[number], string>> {
  const secret = parsed(text);
  const given = FIELDS.map((field) => [field, secret[field]] as const);
  return Object.fromEntries(given.filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** The parser's own error would repeat a piece of the secret, and errors are logged. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

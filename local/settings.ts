import { readableSid } from './twilio/sids';

/** Whose Twilio the product uses. */
export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  readonly authTokenSecondary?: string | undefined;
  /** Makes the calls, where it is set with its secret; else the auth token does. */
  readonly apiKeySid?: string | undefined;
  readonly apiKeySecret?: string | undefined;
  readonly workspaceSid: string;
  readonly workflowSid: string;
}

/** Valid in the built-in Twilio and nowhere else. */
export const DEMO_TWILIO: TwilioSettings = {
  accountSid: readableSid('AC', 'de30'),
  authToken: 'demo-auth-token',
  workspaceSid: readableSid('WS', 'de30'),
  workflowSid: readableSid('WW', 'de30'),
};

export interface Settings {
  /** 0: any free port. */
  readonly port: number;
  readonly publicUrl?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly twilioBaseUrl?: string | undefined;
  readonly twilio: TwilioSettings;
}

/** A setting that cannot be used; the message is one line for whoever set it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * The settings that docs/architecture.md lists, "On one machine". An empty variable counts as unset.
 * @throws SettingsError
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: string) => environment[name] || undefined;
  return {
    port: portOf(read('PORT') ?? '3000'),
    publicUrl: baseUrl('PUBLIC_URL', read('PUBLIC_URL')),
    dataDir: read('DATA_DIR'),
    twilioBaseUrl: baseUrl('TWILIO_BASE_URL', read('TWILIO_BASE_URL')),
    twilio: {
      accountSid: read('TWILIO_ACCOUNT_SID') ?? DEMO_TWILIO.accountSid,
      authToken: read('TWILIO_AUTH_TOKEN') ?? DEMO_TWILIO.authToken,
      authTokenSecondary: read('TWILIO_AUTH_TOKEN_SECONDARY'),
      apiKeySid: read('TWILIO_API_KEY_SID'),
      apiKeySecret: read('TWILIO_API_KEY_SECRET'),
      workspaceSid: read('TWILIO_WORKSPACE_SID') ?? DEMO_TWILIO.workspaceSid,
      workflowSid: read('TWILIO_WORKFLOW_SID') ?? DEMO_TWILIO.workflowSid,
    },
  };
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new SettingsError('PORT must be a number from 0 to 65535');
}

/** Without a slash at its end: paths are put behind it. */
function baseUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new SettingsError(`${name} must be an http or https URL`);
  return text.replace(/\/+$/, '');
}

export const ACCOUNT = `AC${'1'.repeat(32)}`;
export const WORKSPACE = `WS${'2'.repeat(32)}`;
export const WORKFLOW = `WW${'3'.repeat(32)}`;
export const PUBLIC_URL = 'https://api.example.com';
export const CREDENTIALS = { accountSid: ACCOUNT, authToken: 'simulated-auth-token' };

/** A Studio flow that is not at the stand-in. */
export const FLOW_THAT_DOES_NOTHING = `FW${'4'.repeat(32)}`;

/** What the functions find in their environment. */
export const ENVIRONMENT = {
  TWILIO_ACCOUNT_SID: ACCOUNT,
  TWILIO_WORKSPACE_SID: WORKSPACE,
  TWILIO_WORKFLOW_SID: WORKFLOW,
  PUBLIC_URL,
};

/** A day on which clocks change in some parts of the world lies within the two weeks. */
export const BEGIN = Date.parse('2026-03-02T09:00:00Z');
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** By which a machine's clock may be wrong: AWS's are within milliseconds; this is a bad one. */
export const MOST_SKEW = 2 * SECOND;

/** What Flex's own Leave and Pause make of a channel. */
export const PUT_ASIDE: readonly string[] = ['pause', 'inactive'];

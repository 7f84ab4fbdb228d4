import { type Activity, type Clock, type State } from '../ports';

export interface TwilioStandInOptions {
  readonly clock: Clock;
  readonly state: State;
  readonly activity: Activity;
  readonly accountSid: string;
  readonly authToken: string;
  /** Taken too, where both are set. */
  readonly apiKeySid?: string | undefined;
  readonly apiKeySecret?: string | undefined;
  readonly workspaceSid: string;
  readonly workflowSid: string;
  /** Base URL that webhooks are signed against, without a slash at its end. */
  readonly publicUrl: string;
  /** Base URL that webhooks are really sent to; differs from `publicUrl` where that is not this machine. */
  readonly deliverTo: string;
}

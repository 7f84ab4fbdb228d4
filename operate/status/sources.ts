import { type CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { type LambdaClient } from '@aws-sdk/client-lambda';
import { type SFNClient } from '@aws-sdk/client-sfn';
import { type Lists, type Store, type Twilio } from '../../lambda/actions/ports';
import { type TwilioCredentials } from '../../lambda/adapters/twilio/transport';
import { type Deployment } from '../deployment/deployment';
import { type TwilioApi } from '../twilio/api';
import { type Connections } from '../twilio/connections';
import { type OurTask } from './tasks';
import { type Workflow } from './workflows';
import { type Found } from './finding';

/** What checks look at. What several of them read is read once. */
export interface Sources {
  readonly deployment: Deployment;
  readonly now: () => Date;
  readonly credentials: () => Promise<TwilioCredentials>;
  readonly twilio: () => Promise<TwilioApi>;
  /** Twilio by other credentials. */
  readonly twilioWith: (credentials: TwilioCredentials) => TwilioApi;
  /** As the functions call it. */
  readonly calls: () => Promise<Pick<Twilio, 'participants'>>;
  /** Where Twilio answers, and be it that it wants credentials. */
  readonly twilioUrl: string;
  readonly connections: () => Promise<Connections>;
  readonly workflows: () => Promise<readonly Workflow[]>;
  readonly tasks: () => Promise<readonly OurTask[]>;
  readonly store: Pick<Store, 'readSettings' | 'due' | 'readEventCursor'>;
  readonly lists: Lists;
  readonly stepFunctions: SFNClient;
  readonly logs: CloudWatchLogsClient;
  readonly lambda: LambdaClient;
}

export type Check = (sources: Sources) => Promise<Found>;

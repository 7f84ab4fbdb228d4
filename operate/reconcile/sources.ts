import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { type ChangeDeps } from '../../lambda/actions/change';
import { type Log, type Store, type Twilio } from '../../lambda/actions/ports';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { reconciledMark, type ReconciledMark } from '../../lambda/adapters/reconciled-mark';
import { twilioOver } from '../../lambda/adapters/twilio';
import { type Deployment } from '../deployment/deployment';
import { credentialsOf, twilioWith } from '../twilio/of-deployment';
import { openRecords } from './open-records';
import { Timers } from './timers';

/** A table with many open records takes hours. */
const BUDGET_MILLISECONDS = 24 * 3_600_000;
/** Step Functions takes a few reads a second only: the client waits as long as it is throttled. */
const PATIENT = { retryMode: 'adaptive', maxAttempts: 10 };

/** What the command reads and writes. */
export interface ReconcileSources extends ChangeDeps {
  readonly store: Store;
  readonly twilio: Twilio;
  readonly timers: Timers;
  readonly mark: ReconciledMark;
  /** Conversations with a record that is not closed. */
  readonly openRecords: () => Promise<string[]>;
}

/** What a record's change tells the log is told by the command in its own words. */
const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** By the adapters that the functions use, with the credentials of whoever runs the command. */
export async function reconcileSources(deployment: Deployment, now: () => Date): Promise<ReconcileSources> {
  const { tableName, stateMachineArn, workspaceSid } = deployment;
  const dynamoDb = new DynamoDBClient({});
  const credentials = await credentialsOf(deployment);
  return {
    store: dynamoStore(dynamoDb, tableName),
    twilio: twilioOver(twilioWith(credentials, BUDGET_MILLISECONDS), workspaceSid),
    timers: new Timers(new SFNClient(PATIENT), stateMachineArn),
    mark: reconciledMark(dynamoDb, tableName),
    openRecords: () => openRecords(dynamoDb, tableName),
    log: QUIET,
    metrics: { measure: () => undefined },
    now,
    run: randomUUID(),
    newId: randomUUID,
  };
}

import type { RemovalPolicy } from 'aws-cdk-lib';
import type { ThrottleSettings } from 'aws-cdk-lib/aws-apigatewayv2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { IndexName } from '../lambda/adapters/table-names';

/** Where Flex lives. */
export interface TwilioProps {
  /** The Flex account, `AC…`. */
  readonly accountSid: string;
  /** TaskRouter's workspace of Flex, `WS…`. */
  readonly workspaceSid: string;
  /** The workflow for invites that name none of their own, `WW…`. */
  readonly workflowSid: string;
  /**
   * Name of the secret in Secrets Manager. Create it before the first call: JSON with `authToken`, and where
   * there are `authTokenSecondary`, `apiKeySid`, `apiKeySecret`.
   * @default 'flex-leave-pause/twilio'
   */
  readonly secretName?: string;
}

/** A domain of your own before the API. Point it at what the stack's output `ApiDomainTarget` names. */
export interface ApiDomainProps {
  /** Such as `pause.example.com`. */
  readonly name: string;
  /** Of a certificate for that name, in the region of the stack. */
  readonly certificateArn: string;
}

/** A domain of your own. Point it at the distribution yourself. */
export interface DeskDomain {
  /** Such as `desk.example.com`. */
  readonly name: string;
  /** Of a certificate for that name, in the region us-east-1, where CloudFront looks for it. */
  readonly certificateArn: string;
}

/** The page for agents, supervisors and administrators. */
export interface DeskProps {
  /** @default - the address that CloudFront gives it, where CloudFront decides which versions of TLS it takes */
  readonly domain?: DeskDomain;
}

export interface LeaveAndPauseProps {
  readonly twilio: TwilioProps;
  /**
   * A domain of your own for the API, which is then its only address: the API's own endpoint is closed.
   * @default - the API's own endpoint
   */
  readonly domain?: ApiDomainProps;
  /**
   * The address that Twilio calls and signs, without a slash at its end, where that is neither `domain` nor the API's own
   * endpoint: of what you have put before the API.
   * @default - the address of `domain`, or else the API's own endpoint
   */
  readonly publicUrl?: string;
  /**
   * Origins of pages in a browser that may call the API, such as `https://flex.twilio.com`.
   * @default - none, no CORS headers are sent
   */
  readonly corsOrigins?: string[];
  /**
   * How many requests API Gateway lets in: a second, and at once. Twilio's two routes have these limits each for itself, so
   * that nobody who floods the others keeps Twilio out. What is more is answered 429, and runs no function.
   * @default - 1,000 a second, 1,000 at once
   */
  readonly throttle?: ThrottleSettings;
  /**
   * How many deadlines are carried out at once, where many come together: runs of `reassign` that Lambda reserves. The
   * others wait their turn, and each asks again every few minutes, which is a transition that Step Functions charges for.
   * Beside them the sweep carries out what is a minute overdue, ten at a time. Lambda reserves only what leaves 100 runs
   * for all other functions of the account, so a new account may have none to reserve.
   * @default - not paced: as many at once as the account allows
   */
  readonly reassignConcurrency?: number;
  /**
   * Serves the desk from a bucket by CloudFront. It is opened from the plugin in Flex, which hands it the agent's token;
   * it takes one from the pages at `corsOrigins` only, so there has to be at least one.
   * @default - the desk is not deployed
   */
  readonly desk?: DeskProps;
  /**
   * Hears of each alarm when it rings, and when it is over. What to do then: docs/runbook.md.
   * @default - alarms are there, and tell nobody
   */
  readonly alarmTopic?: sns.ITopic;
  /**
   * Functions and timers are traced by X-Ray, and log lines have the trace's id. What it costs: ADR 0016.
   * @default false
   */
  readonly tracing?: boolean;
  /**
   * How long the logs of functions and API are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;
  /**
   * What becomes of the records and logs when the stack is deleted. Kept records are also protected from
   * deletion in DynamoDB itself.
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
  /**
   * Encrypts the records, and the events while EventBridge has them. A key from another stack needs a policy that lets
   * `events.amazonaws.com` use it (`kms:Decrypt`, `kms:GenerateDataKey`, `kms:DescribeKey`).
   * @default - the key that AWS manages for DynamoDB, and the one that EventBridge owns
   */
  readonly encryptionKey?: kms.IKey;
  /**
   * Indexes of the table that are left out for now, because CloudFormation adds one to a table in each update. A stack
   * from before there were lists is deployed without `parkedInQueue` first, and without this once the index `parked` is active.
   * What reads an index fails until it is there.
   * @default - none
   */
  readonly withoutIndexes?: IndexName[];
  /**
   * Name of a table that was restored from a backup of this stack's, and is used in its place; the stack's own stays as it
   * is. Webhooks, timers, the sweep and whatever changes something are refused (503) until `npm run reconcile` has compared
   * its records with Twilio: docs/restore.md.
   * @default - the stack's own table
   */
  readonly restoredTable?: string;
}

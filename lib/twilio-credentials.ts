import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { TwilioProps } from './leave-and-pause-props';

const DEFAULT_SECRET_NAME = 'flex-leave-pause/twilio';

/** Twilio's names and the secret with its credentials, which exists before the stack and is never made by it. */
export class TwilioCredentials extends Construct {
  readonly secretName: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly twilio: TwilioProps,
  ) {
    super(scope, id);
    this.secretName = twilio.secretName ?? DEFAULT_SECRET_NAME;
  }

  /** Also gives the function the names it needs to call Twilio, as TWILIO_*. */
  grantRead(fn: lambda.Function): void {
    fn.addEnvironment('TWILIO_SECRET_NAME', this.secretName);
    fn.addEnvironment('TWILIO_ACCOUNT_SID', this.twilio.accountSid);
    fn.addEnvironment('TWILIO_WORKSPACE_SID', this.twilio.workspaceSid);
    fn.addEnvironment('TWILIO_WORKFLOW_SID', this.twilio.workflowSid);
    iam.Grant.addToPrincipal({
      grantee: fn,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.arnPattern()],
    });
  }

  /** Secrets Manager ends each ARN with a hyphen and six characters that the name does not tell. */
  private arnPattern(): string {
    return Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${this.secretName}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}

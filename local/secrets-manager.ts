import { type RequestListener } from 'node:http';
import { AwsError, awsJson } from './aws-json';
import { type TwilioSettings } from './settings';
import { ACCOUNT, REGION } from './template';

/** Twilio's credentials as the secret holds them, in JSON. */
export type TwilioSecret = Omit<TwilioSettings, 'workspaceSid' | 'workflowSid'>;

/** Secrets Manager with one secret: GetSecretValue by its name. */
export function secretsManager(name: string, secret: TwilioSecret): RequestListener {
  const value = {
    ARN: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${name}-Local0`,
    Name: name,
    SecretString: JSON.stringify(secret),
    VersionId: '00000000-0000-0000-0000-000000000001',
    VersionStages: ['AWSCURRENT'],
  };
  return awsJson('application/x-amz-json-1.1', {
    GetSecretValue: ({ SecretId }) => {
      if (SecretId === value.Name || SecretId === value.ARN) return value;
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    },
  });
}

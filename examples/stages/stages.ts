import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Stages } from '../../lib/stages';

const FLEX = 'https://flex.twilio.com';

export const STAGES: Stages = {
  /** To try things out: all defaults, but its records and logs go with the stack. */
  test: {
    twilio: {
      accountSid: 'AC11111111111111111111111111111111',
      workspaceSid: 'WS11111111111111111111111111111111',
      workflowSid: 'WW11111111111111111111111111111111',
      secretName: 'flex-leave-pause/twilio-test',
    },
    removalPolicy: RemovalPolicy.DESTROY,
  },

  /** An account and region that no other credentials can miss, domains of your own, the desk. */
  production: {
    env: { account: '111111111111', region: 'eu-central-1' },
    terminationProtection: true,
    twilio: {
      accountSid: 'AC22222222222222222222222222222222',
      workspaceSid: 'WS22222222222222222222222222222222',
      workflowSid: 'WW22222222222222222222222222222222',
    },
    domain: {
      name: 'pause.example.com',
      certificateArn:
        'arn:aws:acm:eu-central-1:111111111111:certificate/11111111-1111-1111-1111-111111111111',
    },
    corsOrigins: [FLEX],
    desk: {
      domain: {
        name: 'desk.example.com',
        certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/22222222-2222-2222-2222-222222222222',
      },
    },
    logRetention: RetentionDays.THREE_MONTHS,
    reassignConcurrency: 20,
    tags: { 'cost-center': 'contact-centre' },
  },

  /** For health data: a key of its own, and logs that are kept for six years. README.md says what else it takes. */
  hipaa: {
    env: { account: '222222222222', region: 'us-east-1' },
    terminationProtection: true,
    twilio: {
      accountSid: 'AC33333333333333333333333333333333',
      workspaceSid: 'WS33333333333333333333333333333333',
      workflowSid: 'WW33333333333333333333333333333333',
    },
    domain: {
      name: 'pause.example.org',
      certificateArn: 'arn:aws:acm:us-east-1:222222222222:certificate/33333333-3333-3333-3333-333333333333',
    },
    corsOrigins: [FLEX],
    encryptionKey: 'new',
    logRetention: RetentionDays.SIX_YEARS,
  },
};

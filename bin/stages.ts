import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stages } from '../lib/stages';

/**
 * Your stages, by name: `npx cdk deploy -c stage=test`. Put your own SIDs in place of the zeros. What else a stage may
 * have is in lib/leave-and-pause-props.ts; examples/stages has one for production, and one for health data.
 */
export const STAGES: Stages = {
  test: {
    twilio: {
      accountSid: 'AC00000000000000000000000000000000',
      workspaceSid: 'WS00000000000000000000000000000000',
      workflowSid: 'WW00000000000000000000000000000000',
      secretName: 'flex-leave-pause/twilio-test',
    },
    removalPolicy: RemovalPolicy.DESTROY,
  },
  prod: {
    twilio: {
      accountSid: 'AC00000000000000000000000000000000',
      workspaceSid: 'WS00000000000000000000000000000000',
      workflowSid: 'WW00000000000000000000000000000000',
    },
  },
};

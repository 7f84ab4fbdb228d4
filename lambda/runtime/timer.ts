import { SFNClient } from '@aws-sdk/client-sfn';
import type { Timer } from '../actions/ports';
import { stepFunctionsTimer } from '../adapters/step-functions';
import { AWS_CLIENT } from './aws-client';
import { once, required } from './environment';

export const timer = once((): Timer =>
  stepFunctionsTimer(new SFNClient(AWS_CLIENT), required('STATE_MACHINE_ARN')),
);

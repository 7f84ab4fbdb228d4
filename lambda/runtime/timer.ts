import { SFNClient } from '@aws-sdk/client-sfn';
import type { Timer } from '../actions/ports';
import { stepFunctionsTimer } from '../adapters/step-functions';
import { AWS_CLIENT } from './aws-client';
import { once, required } from './environment';

export const timer = once((): Timer =>
  stepFunctionsTimer(new SFNClient(AWS_CLIENT), required('STATE_MACHINE_ARN')),
);

/** For the function that the state machine itself calls: it may not know its caller, and leaves stops to the sweep. */
export const noTimer: Timer = {
  start: () => Promise.reject(new Error('This function starts no timers')),
  stop: () => Promise.reject(new Error('This function stops no timers')),
};

import { SFNClient } from '@aws-sdk/client-sfn';
import type { Timer } from '../actions/ports';
import { stepFunctionsTimer } from '../adapters/step-functions';
import { once, required } from './environment';

const REQUEST_HANDLER = { connectionTimeout: 1_000, requestTimeout: 3_000 };

export const timer = once((): Timer =>
  stepFunctionsTimer(
    new SFNClient({ maxAttempts: 3, requestHandler: REQUEST_HANDLER }),
    required('STATE_MACHINE_ARN'),
  ),
);

/** For the function that the state machine itself calls: it may not know its caller, and leaves stops to the sweep. */
export const noTimer: Timer = {
  start: () => Promise.reject(new Error('This function starts no timers')),
  stop: () => Promise.reject(new Error('This function stops no timers')),
};

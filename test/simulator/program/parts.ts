import type { Faults } from './faults';
import type { Functions } from './functions';
import type { Histories } from './histories';
import type { Plan } from './plan';
import type { Runs } from './runs';
import type { SimulatedTime } from './simulated-time';
import type { StepFunctions } from './step-functions';
import type { Table } from './table';
import type { SimulatedTwilio } from './twilio';
import type { Webhooks } from './webhooks';

/** The system without the people who use it and the promises that are made to them. */
export interface Parts {
  readonly plan: Plan;
  readonly time: SimulatedTime;
  readonly faults: Faults;
  readonly runs: Runs;
  readonly functions: Functions;
  readonly table: Table;
  readonly histories: Histories;
  readonly stepFunctions: StepFunctions;
  readonly webhooks: Webhooks;
  readonly twilio: SimulatedTwilio;
}

import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LeaveAndPause } from './leave-and-pause';
import type { LeaveAndPauseProps } from './leave-and-pause-props';
import { putOut } from './outputs';

export interface LeaveAndPauseStackProps extends StackProps, LeaveAndPauseProps {}

/** One stage of Leave and Pause, and what others have to know of it as outputs. */
export class LeaveAndPauseStack extends Stack {
  /** For stacks beside it, with custom logic of yours. */
  readonly product: LeaveAndPause;

  constructor(scope: Construct, id: string, props: LeaveAndPauseStackProps) {
    super(scope, id, props);
    this.product = new LeaveAndPause(this, 'LeaveAndPause', props);
    putOut(this, this.product, props.twilio);
  }
}

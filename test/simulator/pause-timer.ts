import { stateMachinesOf } from '../../local/step-functions';
import { deployedOnce } from '../doubles/deployed-once';

/** The pause timer's state machine as the stack deploys it, in the Amazon States Language. */
export async function pauseTimer(): Promise<unknown> {
  const { template } = await deployedOnce();
  return Object.values(stateMachinesOf(template))[0];
}

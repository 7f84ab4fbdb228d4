import { deployedCode } from '../../local/deployed-code';
import { stateMachinesOf } from '../../local/step-functions';

/** The pause timer's state machine as the stack deploys it, in the Amazon States Language. */
export async function pauseTimer(): Promise<unknown> {
  const { template } = await deployedCode();
  return Object.values(stateMachinesOf(template))[0];
}

import type { Outcome } from '../../domain/outcome';
import type { Conversation } from '../../domain/record';
import type { Deps } from '../ports';
import { lookForTask } from './look-for-task';
import { takeOff } from './studio-hook';

/** Custom routing's time is over: has it brought a task? A Studio flow makes none any more before that is looked at. */
export async function awaitCustomRouting(record: Conversation, deps: Deps): Promise<Outcome> {
  if (record.studioHook !== null) await takeOff(record.studioHook, record, deps);
  return lookForTask(record, deps);
}

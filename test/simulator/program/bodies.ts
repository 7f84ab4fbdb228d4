import type { Settings } from '../../../lambda/domain/settings';
import type { Task } from '../../../local/twilio/records';
import { HOUR, MINUTE } from './constants';
import type { Ask } from './plan';

/** The last is longer than an agent may ask for. */
const LENGTHS = ['PT1M', 'PT2M', 'PT10M', 'PT2H', 'PT9H', 'P1D', 'P3D', 'P13D', 'P14D', 'P15D'];

/** What somebody sends along. @param way which of the ways to ask, 0 to 11; the last two name no length */
export function bodyOf(
  what: Ask,
  way: number,
  moment: number,
  live: readonly Task[],
): Record<string, unknown> {
  const timeLimit = LENGTHS[way];
  if (what === 'pause') {
    const task = live.find(({ status }) => status === 'assigned');
    const known = way % 3 === 0 && task ? { taskSid: task.sid } : {};
    return timeLimit === undefined ? known : { timeLimit, ...known };
  }
  if (what === 'leave' && way % 3 === 0) {
    const task = live.find(({ status }) => status === 'assigned');
    return task ? { taskSid: task.sid } : {};
  }
  if (what !== 'change pause') return {};
  if (timeLimit === undefined) return { note: `call back ${way}` };
  if (way % 3 !== 0) return { timeLimit };
  return { until: `${new Date(moment + way * 3 * HOUR + 2 * MINUTE).toISOString().slice(0, 19)}Z` };
}

/** Settings as an administrator may change them. */
export function settingsBody({ version, ...rest }: Settings, way: number): { version: number; body: object } {
  const pause = {
    ...rest.pause,
    enabled: way % 5 !== 0,
    timeLimit: LENGTHS[(way % 6) + 3],
    whenAtCapacity: way % 2 === 0 ? 'workflow' : 'refuse',
    maxPerAgent: way === 7 ? 3 : null,
  };
  const leave = { ...rest.leave, enabled: way % 4 !== 0 };
  return { version, body: { ...rest, wrapUp: way % 3 !== 0, pause, leave } };
}

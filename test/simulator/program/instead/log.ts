import type { Log } from '../../../../lambda/actions/ports';
import { here } from '../here';

export function jsonLog(): Log {
  const line = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) =>
    here.world.logged(level, message, fields);
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

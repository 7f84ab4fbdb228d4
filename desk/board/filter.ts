import { type ListQuery } from '../api/client';
import { type Mark } from '../api/types';

/** Which conversations of all the board shows; "": all. */
export interface Filter {
  readonly workerSid: string;
  readonly queueSid: string;
  readonly mark: Mark | '';
}

export const EVERYTHING: Filter = { workerSid: '', queueSid: '', mark: '' };

export function queryOf({ workerSid, queueSid, mark }: Filter): ListQuery {
  return {
    worker: workerSid === '' ? 'all' : workerSid,
    ...(queueSid !== '' && { queue: queueSid }),
    ...(mark !== '' && { mark }),
  };
}

import { inParallel } from '../../lambda/actions/in-parallel';
import type { Conversation } from '../../lambda/domain/record';
import { begin, channels, type Held } from '../load/caller';
import { tokenOf } from './throughput-agents';
import { pause, roundAndRound, type Times } from './throughput-cycle';
import type { PatientApi } from './throughput-patience';
import { type Table, writesASecond, writesOf } from './throughput-table';

/** What is measured. */
export interface Measured {
  /** The product, over HTTP */
  readonly api: PatientApi;
  /** The product's own table */
  readonly table: Table;
  /** The same table in a store that nobody else asks */
  readonly alone: Table;
}

/** What so many callers got who went round and round. */
export interface Level {
  readonly callers: number;
  readonly cyclesASecond: number;
  readonly times: Times;
  /** Requests that had to be sent again, and conversations that were not back within a minute */
  readonly failures: number;
  readonly writesOfACycle: number;
  /** Of the store alone, by as many writers */
  readonly writesASecond: number;
}

/** A conversation as the product writes it while it is paused. */
export async function pausedRecord({ api, table }: Measured): Promise<Conversation> {
  const held = await begin(api, 'web', tokenOf);
  await pause(api, held);
  await api.post(`${held.path}/complete`, held.token);
  const { record } = await table.store.read(held.conversationSid);
  return record!;
}

/**
 * The store alone is asked for a quarter of the time before the cycles and a quarter after them: what disturbs the machine
 * disturbs both.
 *
 * @param record  what is written to the store alone
 * @param seconds that the cycles last
 */
export async function levelOf(
  { api, table, alone }: Measured,
  record: Conversation,
  callers: number,
  seconds: number,
): Promise<Level> {
  const held = await beginAll(api, callers);
  const times: Times = { pause: [], resume: [] };
  const [written, failed] = [await writesOf(table, held), api.failures];
  const before = await writesASecond(alone, record, callers, seconds / 4);
  const rounds = await Promise.all(held.map((one) => roundAndRound(api, one, seconds, times)));
  const after = await writesASecond(alone, record, callers, seconds / 4);
  return {
    callers,
    cyclesASecond: sumOf(rounds.map(({ cycles, lasted }) => cycles / lasted)),
    times,
    failures: api.failures - failed + rounds.filter(({ isLost }) => isLost).length,
    writesOfACycle: ((await writesOf(table, held)) - written) / sumOf(rounds.map(({ cycles }) => cycles)),
    writesASecond: (before + after) / 2,
  };
}

/** Few at once, so that the product is not late before anything is measured. */
async function beginAll(api: PatientApi, count: number): Promise<Held[]> {
  const held: Held[] = [];
  await inParallel(channels(count), async (type) => void held.push(await begin(api, type, tokenOf)));
  return held;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

import { type Refusal, refuse } from '../domain/decision';
import { type Twilio, TwilioError, type Worker } from './ports';

export interface AgentsPage {
  readonly kind: 'done';
  readonly agents: readonly Worker[];
  /** undefined: that was the last page. */
  readonly next: string | undefined;
}

/** The workspace's agents, a page of TaskRouter's own. @param cursor TaskRouter's token of the page */
export async function listAgents(
  cursor: string | undefined,
  { twilio }: { readonly twilio: Pick<Twilio, 'workers'> },
): Promise<AgentsPage | Refusal> {
  try {
    const { workers, nextPageToken } = await twilio.workers(cursor);
    return { kind: 'done', agents: workers, next: nextPageToken ?? undefined };
  } catch (error) {
    const isWrong = error instanceof TwilioError && error.kind === 'refused' && cursor !== undefined;
    if (isWrong) return refuse('invalid-request', 'cursor: is none that this list has given');
    throw error;
  }
}

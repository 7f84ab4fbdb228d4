import { DEMO_USERS } from '../../../local/twilio/demo';
import { acceptedByAlice, type Begun, does, inFlex, seen, writes } from '../acts';
import { ALICE, BOB, DEE, type RunningProduct } from '../running-product';

export const PLACES = ['held', 'wrapping up', 'paused', 'left', 'replied'] as const;
export type Place = (typeof PLACES)[number];

/** A conversation, and the tokens of those who have to do with it. */
export interface Placed extends Begun {
  readonly holder?: string;
  readonly aside: string;
}

export const workerOf = (token: string) => DEMO_USERS.find((user) => user.token === token)!.workerSid!;

/** Begins a conversation and brings it to this place, where agents accept by themselves. Bodies are such that no command of the table is a repeat. */
async function bringTo(place: Place, running: RunningProduct): Promise<Placed> {
  switch (place) {
    case 'held':
      return heldByBob(running);
    case 'wrapping up':
      return { ...(await putAside(running, 'pause')), holder: ALICE };
    case 'paused':
      return wrappedUp(running, await putAside(running, 'pause'));
    case 'left':
      return wrappedUp(running, await putAside(running, 'leave'));
    case 'replied':
      return replied(running);
  }
}

async function putAside(running: RunningProduct, command: 'pause' | 'leave'): Promise<Placed> {
  const begun = await acceptedByAlice(running);
  await does(running, ALICE, `${begun.path}/${command}`, { reason: 'of its own' });
  return { ...begun, aside: ALICE };
}

async function wrappedUp(running: RunningProduct, placed: Placed): Promise<Placed> {
  await inFlex(running, placed.taskSid, 'complete');
  expect(await seen(running, placed)).toMatchObject({ wrapUp: null, task: null });
  return placed;
}

async function heldByBob(running: RunningProduct): Promise<Placed> {
  const placed = await wrappedUp(running, await putAside(running, 'pause'));
  const { task } = await does(running, DEE, `${placed.path}/reassign`, { workerSid: workerOf(BOB) });
  expect(await inFlex(running, task?.taskSid, 'accept')).toBe('Bob');
  return { ...placed, holder: BOB };
}

async function replied(running: RunningProduct): Promise<Placed> {
  const placed = await wrappedUp(running, await putAside(running, 'leave'));
  await writes(running, placed);
  await running.advance('PT3M'); // until it is known that no message was missed
  expect((await seen(running, placed)).owed).toEqual(['await-custom-routing']);
  return placed;
}

interface LocalTask {
  readonly taskSid: string;
  readonly status: string;
  readonly conversationSid: string;
}

/** A conversation in each place, begun when it is first asked for, and again when the one before was put away. */
export class Places {
  private readonly known = new Map<Place, Placed>();

  constructor(private readonly running: () => RunningProduct) {}

  async at(place: Place): Promise<Placed> {
    const placed = this.known.get(place) ?? (await bringTo(place, this.running()));
    this.known.set(place, placed);
    return placed;
  }

  /** Ends it, and the wrap-ups that are left of it, so that its agents have room for the next one. */
  async putAway(place: Place): Promise<void> {
    const placed = this.known.get(place);
    this.known.delete(place);
    if (placed === undefined) return;
    await this.running().post(`${placed.path}/end`, DEE);
    const { body } = await this.running().get('/local/tasks');
    for (const { taskSid, status, conversationSid } of (body as { tasks: LocalTask[] }).tasks)
      if (conversationSid === placed.conversationSid && status === 'wrapping')
        await inFlex(this.running(), taskSid, 'complete');
  }
}

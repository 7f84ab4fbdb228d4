import type { Route } from '../../lambda/domain/authority';
import { MOVES } from '../../lambda/domain/moves';
import type { Conversation, Place } from '../../lambda/domain/record';
import { clock } from '../../lambda/runtime/clock';
import type { ApiHandler } from '../../lambda/runtime/api';
import { ALICE, NOW, sid } from '../doubles/constants';
import { BOTH_ON } from '../doubles/deps';
import { AT, PLACES } from '../doubles/records';
import { apiEvent } from '../http/events';
import { as, bodyOf, quietTwilio, refusalOf, useFunctions } from './functions';
import { changePause, complete, end, leave, pause, reassign, resume } from './handlers';

const { twilio, store, states } = useFunctions();

interface Command {
  readonly route: Exclude<Route, 'get'>;
  readonly path: string;
  readonly handler: ApiHandler;
  readonly body: object;
  /** Whose token is sent. */
  readonly by: 'alice' | 'admin';
}

/** Every command of one conversation. Where each starts from, the table of moves says. */
const COMMANDS: readonly Command[] = [
  { route: 'pause', path: 'POST /pause', handler: pause, body: { timeLimit: 'P1D' }, by: 'alice' },
  { route: 'leave', path: 'POST /leave', handler: leave, body: {}, by: 'alice' },
  { route: 'complete', path: 'POST /complete', handler: complete, body: {}, by: 'alice' },
  { route: 'resume', path: 'POST /resume', handler: resume, body: {}, by: 'alice' },
  { route: 'reassign', path: 'POST /reassign', handler: reassign, body: {}, by: 'admin' },
  {
    route: 'change-pause',
    path: 'PATCH /pause',
    handler: changePause,
    body: { timeLimit: 'P2D' },
    by: 'alice',
  },
  { route: 'end', path: 'POST /end', handler: end, body: {}, by: 'alice' },
];

const EVERYWHERE = COMMANDS.flatMap((command) =>
  PLACES.map((place) => ({ ...command, place, isMove: MOVES[command.route][place] !== undefined })),
);

beforeAll(async () => {
  expect(await store().replaceSettings({ ...BOTH_ON, version: 1 })).toBe(true);
});
beforeEach(() => {
  const free = { available: true, assigned_tasks: 0, configured_capacity: 1 };
  twilio.answer((request) => (request.url.includes('/Workers/') ? { body: free } : quietTwilio(request)));
  jest.spyOn(clock, 'now').mockReturnValue(new Date(NOW));
});

let conversations = 0x100;

/** In the table, and put aside last by Alice, so that she may ask. */
async function stored(place: Place): Promise<Conversation> {
  const conversationSid = sid('CH', (conversations += 1));
  const record = { ...AT[place](), conversationSid, parkedBy: ALICE };
  expect(await store().replace(0, record)).toBe(true);
  return record;
}

function ask({ path, handler, body, by }: Command, { conversationSid }: Conversation) {
  const [method, route] = path.split(' ');
  return handler(
    apiEvent({
      routeKey: `${method} /conversations/{conversationSid}${route}`,
      headers: as(by),
      pathParameters: { conversationSid },
      body: JSON.stringify(body),
    }),
  );
}

it.each(EVERYWHERE.filter(({ isMove }) => !isMove))(
  '$path of what is "$place" is refused as wrong-state, and the record, timers and Twilio stay as they are',
  async (command) => {
    const record = await stored(command.place);
    const reply = await ask(command, record);
    expect(refusalOf(reply)).toEqual([409, 'wrong-state']);
    expect(bodyOf(reply)).toMatchObject({ channelState: record.channelState });

    expect((await store().read(record.conversationSid)).record).toEqual(record);
    expect(states).toEqual([]);
    expect(twilio.requests.map(({ url }) => url.replace(/^.*\//, ''))).toEqual(['validate']);
  },
);

it.each(EVERYWHERE.filter(({ isMove }) => isMove))(
  '$path of what is "$place" is carried out',
  async (command) => {
    const record = await stored(command.place);
    const reply = await ask(command, record);
    expect([200, 202]).toContain(reply.statusCode);
    const { version } = (await store().read(record.conversationSid)).record!;
    expect(version).toBeGreaterThan(record.version);
  },
);

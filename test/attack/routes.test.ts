import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { validateRequest } from '../contract/openapi';
import type { Answer } from '../e2e/running-product';
import { productForAll } from '../e2e/fixture';
import { PLACES, Places } from '../e2e/who-may/places';
import { headersOf } from '../e2e/who-may/roles';
import { effort, TIME_LIMIT, useFigures } from './effort';
import { type Request, requests } from './requests';

let twilioWrites = 0;
const running = productForAll({
  isWatched: false, // other tests hold the same requests to Twilio's descriptions
  observe: ({ service, operation, phase }) => {
    const isWrite = service === 'twilio' && !operation.startsWith('GET') && !operation.endsWith('/validate');
    if (isWrite && phase === 'before') twilioWrites += 1;
  },
});
const places = new Places(running);
const count = useFigures();
const LEAVE_AND_PAUSE = {
  leave: { enabled: true, onReply: 'custom-routing' },
  pause: {
    enabled: true,
    acceptBy: 'client',
    timeLimit: 'P14D',
    requireReason: false,
    reasons: [],
    maxPerAgent: null,
  },
  wrapUp: true,
  hipaa: false,
} as const;
let client: DynamoDBClient;
let table: string;

beforeAll(async () => {
  client = new DynamoDBClient({});
  table = (await client.send(new ListTablesCommand({}))).TableNames![0]!;
  await running().set(LEAVE_AND_PAUSE);
});
afterAll(() => client.destroy());

/** Versions of all records, settings and handovers, and how often Twilio was asked to do something. */
async function state(): Promise<{ versions: string[]; twilioWrites: number }> {
  const { Items = [] } = await client.send(
    new ScanCommand({
      TableName: table,
      ConsistentRead: true,
      FilterExpression: 'attribute_exists(#version)',
      ProjectionExpression: 'pk, sk, #version',
      ExpressionAttributeNames: { '#version': 'version' },
    }),
  );
  const versions = Items.map(({ pk, sk, version }) => [pk?.S, sk?.S, version?.N].join());
  return { versions: versions.sort(), twilioWrites };
}

/** The request as it goes out, and its answer. */
async function ask(request: Request): Promise<{ method: string; path: string; answer: Answer }> {
  const { route, conversation, role, query, headers, body } = request;
  const [method = '', template = ''] = route.split(' ');
  const placed = 'place' in conversation ? await places.at(conversation.place) : undefined;
  const sid = placed?.conversationSid ?? encodeURIComponent('text' in conversation ? conversation.text : '');
  const path = template.replace('{conversationSid}', sid);
  const known = headersOf(role, running(), path, {}, placed);
  const isService = path.startsWith('/service/');
  const target = (isService ? '/local' : '') + path + (query === '' ? '' : `?${query}`);
  const answer = await running().ask(method, target, undefined, body, { ...headers, ...known });
  return { method, path, answer };
}

/** Brings back what the request has moved. */
async function restore({ route, conversation }: Request): Promise<void> {
  if (route === 'PUT /settings') await running().set(LEAVE_AND_PAUSE);
  else if (route === 'POST /handover') for (const place of PLACES) await places.putAway(place);
  else if ('place' in conversation) await places.putAway(conversation.place);
  await running().advance('PT1S'); // answers when nothing is in flight
}

function parsed(body: string | undefined): unknown {
  return body === undefined || body.trim() === '' ? {} : JSON.parse(body);
}

it(
  'whatever is asked: no failure, no change by what is refused, and only what is described is done',
  async () => {
    for (const place of PLACES) await places.at(place);
    expect((await state()).versions.length).toBeGreaterThan(PLACES.length); // the settings, too
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        if ('place' in request.conversation) await places.at(request.conversation.place);
        const before = await state();
        const { method, path, answer } = await ask(request);
        count(request.route, String(answer.status));
        expect(answer.status).toBeLessThan(500);
        expect(running().violations).toEqual([]);
        if (answer.status >= 400) expect(await state()).toEqual(before);
        else if (method !== 'GET') {
          expect(validateRequest(method, path, parsed(request.body))).toEqual([]);
          await restore(request);
        }
      }),
      effort(150),
    );
  },
  TIME_LIMIT,
);

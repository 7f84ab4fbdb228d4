import { clock } from '../../lambda/runtime/clock';
import { signed } from '../../local/signed-event';
import { NOW, sid } from '../doubles/constants';
import { awaiting } from '../doubles/records';
import { apiEvent, REQUEST_ID } from '../http/events';
import { record } from '../http/records';
import { as, bodyOf, PRIVATE, quietTwilio, refusalOf, useFunctions } from './functions';
import { serviceInvite } from './handlers';

const { twilio, store, logs } = useFunctions();
const HELD = sid('CH', 2);
const UNKNOWN = sid('CH', 3);
let conversations = 0x100;

beforeAll(async () => {
  await store().replace(0, record({ conversationSid: HELD }));
});
beforeEach(() => {
  twilio.answer((request) =>
    request.url.endsWith('/Invites')
      ? { body: { sid: sid('KG'), routing: { properties: { sid: sid('WT', 9) } } } }
      : quietTwilio(request),
  );
  jest.spyOn(clock, 'now').mockReturnValue(new Date(NOW));
});

const eventOf = (conversationSid: string, body: string, headers: Record<string, string> = {}) =>
  apiEvent({
    routeKey: 'POST /service/conversations/{conversationSid}/invite',
    headers,
    pathParameters: { conversationSid },
    body,
  });
const invite = (conversationSid: string, body = '{}') =>
  serviceInvite(signed(eventOf(conversationSid, body)));

/** A conversation of its own whose customer has replied. */
async function waiting(): Promise<string> {
  const conversationSid = sid('CH', conversations++);
  await store().replace(0, { ...awaiting(), conversationSid, version: 1 });
  return conversationSid;
}

it('invites, and answers as the contract has it', async () => {
  const conversationSid = await waiting();
  const reply = await invite(conversationSid, JSON.stringify({ queueSid: sid('WQ', 2) }));
  expect(reply).toMatchObject({ statusCode: 200, headers: { 'x-request-id': REQUEST_ID } });
  expect(bodyOf(reply)).toMatchObject({
    queueSid: sid('WQ', 2),
    task: { taskSid: sid('WT', 9), purpose: 'custom' },
  });
});

it('answers 202 while the invite is owed', async () => {
  twilio.answer({ status: 503, body: {} });
  expect(await invite(await waiting())).toMatchObject({ statusCode: 202 });
});

it('lets in nobody whom IAM has not let in, and asks nobody', async () => {
  for (const headers of [{}, as('admin')])
    expect(refusalOf(await serviceInvite(eventOf(await waiting(), '{}', headers)))).toEqual([
      403,
      'not-authorized',
    ]);
  expect(twilio.requests).toEqual([]);
});

it.each(['settings', 'CH1', UNKNOWN])('knows no conversation %s', async (conversationSid) => {
  for (const body of ['{}', '{'])
    expect(refusalOf(await invite(conversationSid, body))).toEqual([404, 'not-found']);
});

it('refuses a body that is wrong, and says by field what is', async () => {
  const reply = await invite(HELD, '{"priority":-1}');
  expect(refusalOf(reply)).toEqual([400, 'invalid-request']);
  expect(bodyOf(reply)).toMatchObject({ detail: 'priority: may not be negative' });
});

it('refuses a body of more than 16 KB', async () => {
  const body = JSON.stringify({ attributes: { text: 'x'.repeat(16 * 1024) } });
  expect(refusalOf(await invite(await waiting(), body))).toEqual([413, 'too-large']);
});

it.each([
  '{"attributes":'.repeat(900) + '1' + '}'.repeat(900),
  `{"attributes":${'['.repeat(8000)}${']'.repeat(8000)}}`,
])('refuses attributes that are nested too deep to be written', async (body) => {
  expect(refusalOf(await invite(await waiting(), body))).toEqual([400, 'invalid-request']);
});

it('is refused while an agent has the conversation', async () => {
  const reply = await invite(HELD);
  expect(refusalOf(reply)).toEqual([409, 'wrong-state']);
  expect(bodyOf(reply)).toMatchObject({ channelState: 'active' });
});

it('logs nothing of what the attributes say', async () => {
  twilio.answer({ status: 503, body: {} });
  await invite(await waiting(), JSON.stringify({ attributes: { note: PRIVATE.text } }));
  expect(logs()).toContainEqual(expect.objectContaining({ message: 'effect stays owed', effect: 'invite' }));
});

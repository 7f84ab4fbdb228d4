import { sid } from '../doubles/constants';
import { twilioViolations } from './twilio-contract';
import { twilioDescriptions } from './twilio-descriptions';
import type { TwilioRequest } from './twilio-request';

const CHANNEL = `/v1/Interactions/${sid('KD')}/Channels/${sid('UO')}`;
const PARTICIPANTS = `${CHANNEL}/Participants`;
const WORKSPACE = `/v1/Workspaces/${sid('WS')}`;
const TASK = `${WORKSPACE}/Tasks/${sid('WT')}`;
const WORKER = `${WORKSPACE}/Workers/${sid('WK')}`;
const CONVERSATION = `/v1/Conversations/${sid('CH')}`;
const TOKEN_CHECK = `/v1/Accounts/${sid('AC')}/Tokens/validate`;

const get = (url: string): TwilioRequest => ({ method: 'GET', url, headers: {}, body: '' });
const post = (url: string, fields: Record<string, string>): TwilioRequest => ({
  method: 'POST',
  url,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: new URLSearchParams(fields).toString(),
});
const tokenCheck = (change: Partial<TwilioRequest> = {}): TwilioRequest => ({
  method: 'POST',
  url: TOKEN_CHECK,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ token: 'eyJ.x' }),
  ...change,
});
const ROUTING = JSON.stringify({ properties: { workspace_sid: sid('WS'), attributes: {}, timeout: 100 } });

describe('what the product sends conforms', () => {
  it.each<[string, TwilioRequest]>([
    ['participants', get(PARTICIPANTS)],
    ['participants, a page', get(`${PARTICIPANTS}?PageSize=1000`)],
    ['task to wrap-up', post(`${PARTICIPANTS}/${sid('UT')}`, { Status: 'wrapup' })],
    ['participant closed', post(`${PARTICIPANTS}/${sid('UT')}`, { Status: 'closed' })],
    ['invites', get(`${CHANNEL}/Invites?PageSize=50`)],
    ['invite', post(`${CHANNEL}/Invites`, { Routing: ROUTING })],
    ['channel', get(CHANNEL)],
    ['channel closed', post(CHANNEL, { Status: 'closed', Routing: '{"status":"closed"}' })],
    ['channel closed, agent wraps up', post(CHANNEL, { Status: 'closed' })],
    ['task', get(TASK)],
    ['reservations', get(`${TASK}/Reservations`)],
    ['accept', post(`${TASK}/Reservations/${sid('WR')}`, { ReservationStatus: 'accepted' })],
    ['complete', post(`${TASK}/Reservations/${sid('WR')}`, { ReservationStatus: 'completed' })],
    ['worker', get(WORKER)],
    ['worker channel by name', get(`${WORKER}/Channels/web`)],
    ['events', get(`${WORKSPACE}/Events?StartDate=2026-03-02T09%3A00%3A00Z&PageSize=1000`)],
    ['conversation', get(CONVERSATION)],
    ['newest messages', get(`${CONVERSATION}/Messages?Order=desc&PageSize=20`)],
    ['configuration of Flex', get('/v1/Configuration?UiVersion=2')],
    ['configuration of Conversations', post('/v1/Configuration', { DefaultClosedTimer: 'PT10M' })],
    ['message that fires webhooks', withHeader(post(`${CONVERSATION}/Messages`, { Body: 'Hi' }), 'true')],
    ['token check', tokenCheck()],
  ])('%s', (_, request) => {
    expect(twilioViolations(request)).toEqual([]);
  });
});

describe('what Twilio does not describe is a violation', () => {
  it.each<[string, TwilioRequest, string]>([
    ['a path of no API', get(`${CHANNEL}/Pauses`), 'no API'],
    ['a path under another version', get(CHANNEL.replace('/v1/', '/v2/')), 'no API'],
    ['a method', { ...get(`${PARTICIPANTS}/${sid('UT')}`), method: 'DELETE' }, 'has no DELETE'],
    ['a SID of something else', get(CHANNEL.replace('/UO', '/CH')), 'path Sid'],
    ['a SID that is too short', get(TASK.slice(0, -1)), 'path Sid'],
    ['a form field', post(CHANNEL, { Status: 'closed', Reason: 'done' }), 'form Reason is not known'],
    ['a query parameter', get(`${CONVERSATION}/Messages?Limit=1`), 'query Limit is not known'],
    ['a query on a POST', post(`${CHANNEL}?PageSize=1`, { Status: 'closed' }), 'query PageSize is not known'],
    ['a status to write', post(CHANNEL, { Status: 'pause' }), 'form Status'],
    ['an order', get(`${CONVERSATION}/Messages?Order=newest`), 'query Order'],
    ['a page that is too large', get(`${CONVERSATION}/Messages?PageSize=101`), 'query PageSize'],
    ['a page that is no number', get(`${PARTICIPANTS}?PageSize=all`), 'query PageSize'],
    ['a date', get(`${WORKSPACE}/Events?StartDate=yesterday`), 'query StartDate'],
    [
      'a header',
      withHeader(post(`${CONVERSATION}/Messages`, { Body: 'Hi' }), 'yes'),
      'header X-Twilio-Webhook-Enabled',
    ],
    ['a missing field', post(CHANNEL, { Routing: '{}' }), 'form Status is missing'],
    ['no fields at all', post(`${CHANNEL}/Invites`, {}), 'form Routing is missing'],
    [
      'a field twice',
      { ...post(CHANNEL, {}), body: 'Status=closed&Status=closed' },
      'form Status is given more than once',
    ],
    [
      'routing that is not JSON',
      post(`${CHANNEL}/Invites`, { Routing: '[object Object]' }),
      'form Routing is not JSON',
    ],
    ['JSON where a form belongs', { ...tokenCheck(), url: CHANNEL }, 'content type is application/json'],
    [
      'a form without its type',
      { ...post(CHANNEL, { Status: 'closed' }), headers: {} },
      'content type is missing',
    ],
    ['a GET with a body', { ...post(CHANNEL, { Status: 'closed' }), method: 'GET' }, 'has a body'],
  ])('%s', (_, request, violation) => {
    expect(twilioViolations(request)).toEqual([expect.stringContaining(violation)]);
  });
});

describe('the token check, which Twilio does not describe, is refused', () => {
  it.each<[string, Partial<TwilioRequest>]>([
    ['as a GET', { method: 'GET' }],
    ['as a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['without a token', { body: '{}' }],
    ['with more than a token', { body: '{"token":"eyJ.x","realm":"us1"}' }],
    ['without JSON', { body: 'eyJ.x' }],
    ['for something that is no account', { url: TOKEN_CHECK.replace('/AC', '/SK') }],
  ])('%s', (_, change) => {
    expect(twilioViolations(tokenCheck(change))).not.toEqual([]);
  });
});

it('has a rule of its own for the token check only as long as Twilio does not describe it', () => {
  const describing = twilioDescriptions().operations.filter(({ path }) => path.match(TOKEN_CHECK));
  expect(describing).toEqual([]);
});

it('never repeats values, which may be private', () => {
  const violations = twilioViolations(post(`${CHANNEL}/Invites`, { Routing: 'secret', Status: 'secret' }));
  expect(violations.join()).not.toContain('secret');
});

function withHeader(request: TwilioRequest, webhookEnabled: string): TwilioRequest {
  return { ...request, headers: { ...request.headers, 'x-twilio-webhook-enabled': webhookEnabled } };
}

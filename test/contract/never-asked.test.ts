import { sid } from '../doubles/constants';
import { neverAsked } from './never-asked';
import { twilioViolations } from './twilio-contract';
import type { TwilioRequest } from './twilio-request';

const WORKSPACE = `/v1/Workspaces/${sid('WS')}`;
const TASK = `${WORKSPACE}/Tasks/${sid('WT')}`;
const CHANNEL = `/v1/Interactions/${sid('KD')}/Channels/${sid('UO')}`;

const request = (method: string, url: string, fields: Record<string, string> = {}): TwilioRequest => ({
  method,
  url,
  headers: method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
  body: new URLSearchParams(fields).toString(),
});

it.each<[string, TwilioRequest]>([
  ['to cancel a task', request('POST', TASK, { AssignmentStatus: 'canceled' })],
  ['to complete a task itself', request('POST', TASK, { AssignmentStatus: 'completed' })],
  ['to delete a task', request('DELETE', TASK)],
  ['to leave a channel', request('POST', CHANNEL, { Status: 'inactive', Routing: '{"status":"closed"}' })],
  ['for tasks by expression', request('GET', `${WORKSPACE}/Tasks?EvaluateTaskAttributes=a%3D%3D1`)],
  ['for workers by expression', request('GET', `${WORKSPACE}/Workers?TargetWorkersExpression=a%3D%3D1`)],
  ['for queues by expression', request('GET', `${WORKSPACE}/TaskQueues?EvaluateWorkerAttributes=a`)],
])('the product may never ask %s, though Twilio would take it', (_, asked) => {
  expect(twilioViolations(asked)).toEqual([]);
  expect(neverAsked(asked)).toHaveLength(1);
});

it.each<[string, TwilioRequest]>([
  ['to close a channel', request('POST', CHANNEL, { Status: 'closed' })],
  ['to close a participant', request('POST', `${CHANNEL}/Participants/${sid('UT')}`, { Status: 'closed' })],
  [
    'to complete a reservation',
    request('POST', `${TASK}/Reservations/${sid('WR')}`, { ReservationStatus: 'completed' }),
  ],
  ['for a task', request('GET', TASK)],
  ['for workers', request('GET', `${WORKSPACE}/Workers?PageSize=100`)],
])('the product may ask %s', (_, asked) => {
  expect(neverAsked(asked)).toEqual([]);
});

import {
  CHANGE_PAUSE,
  EMPTY,
  HANDOVER,
  LEAVE,
  PAUSE,
  REASSIGN,
  type Schema,
  SERVICE_INVITE,
  SETTINGS,
} from '../../lambda/http/schemas';
import { sid } from '../doubles/constants';

const PATH = `/conversations/${sid('CH')}`;
/** Bodies of the API: our schema, and where docs/openapi.yaml describes it. */
export const BODIES: [string, Schema<unknown>, method: string, path: string][] = [
  ['PAUSE', PAUSE, 'POST', `${PATH}/pause`],
  ['LEAVE', LEAVE, 'POST', `${PATH}/leave`],
  ['REASSIGN', REASSIGN, 'POST', `${PATH}/reassign`],
  ['HANDOVER', HANDOVER, 'POST', '/handover'],
  ['CHANGE_PAUSE', CHANGE_PAUSE, 'PATCH', `${PATH}/pause`],
  ['SERVICE_INVITE', SERVICE_INVITE, 'POST', `/service${PATH}/invite`],
  ['SETTINGS', SETTINGS, 'PUT', '/settings'],
  ['NOTHING', EMPTY, 'POST', `${PATH}/resume`],
];
/** The same by name. */
export const BODY = Object.fromEntries(BODIES.map((body) => [body[0], body]));

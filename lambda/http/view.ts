import type { AgentsPage } from '../actions/list-agents';
import type { ListPage } from '../actions/list-parked';
import type { Conversation } from '../domain/record';
import type { Settings } from '../domain/settings';
import type { Instant } from '../domain/time';
import { viewOf as shown } from '../domain/view';
import type { components } from './api-types';

export type ConversationView = components['schemas']['Conversation'];

/** A conversation as the API shows it: by this the domain's view and the API's description are held together. */
export const viewOf: (record: Conversation, settings: Settings, now: Instant) => ConversationView = shown;

/** A page of a list. @param next cursor; undefined on the last page */
export function listViewOf(
  { records, settings }: Pick<ListPage, 'records' | 'settings'>,
  next: string | undefined,
  now: Instant,
): components['schemas']['ConversationList'] {
  const conversations = records.map((record) => viewOf(record, settings, now));
  return { conversations, ...(next === undefined ? {} : { next }) };
}

export function agentsViewOf({ agents, next }: AgentsPage): components['schemas']['AgentList'] {
  return { agents: [...agents], ...(next === undefined ? {} : { next }) };
}

import { type Http } from './http';
import type {
  AgentList,
  ChangePauseRequest,
  Conversation,
  ConversationList,
  Handover,
  HandoverRequest,
  History,
  LeaveRequest,
  Mark,
  PausedSummary,
  PauseRequest,
  ReassignRequest,
  ResumedConversation,
  Settings,
  SettingsRequest,
} from './types';

/** What a command has answered. */
export interface Done<T = Conversation> {
  readonly conversation: T;
  /** It is decided and written down, and some of it is still to be carried out. */
  readonly onItsWay: boolean;
}

/** What a handover has answered. */
export interface HandedOver extends Handover {
  readonly onItsWay: boolean;
}

export interface ListQuery {
  /** `me` (the default), a worker, or `all`: the last two for supervisors */
  readonly worker?: string;
  readonly queue?: string;
  readonly mark?: Mark;
  readonly limit?: number;
  readonly cursor?: string;
}

/** The routes of the API that people use. Each throws Problem. */
export interface Api {
  readonly paused: (query?: ListQuery) => Promise<ConversationList>;
  readonly left: (query?: ListQuery) => Promise<ConversationList>;
  readonly conversation: (conversationSid: string) => Promise<Conversation>;
  readonly history: (conversationSid: string, cursor?: string) => Promise<History>;
  readonly pause: (conversationSid: string, request: PauseRequest) => Promise<Done>;
  readonly leave: (conversationSid: string, request: LeaveRequest) => Promise<Done>;
  readonly complete: (conversationSid: string) => Promise<Done>;
  readonly resume: (conversationSid: string) => Promise<Done<ResumedConversation>>;
  readonly end: (conversationSid: string) => Promise<Done>;
  readonly reassign: (conversationSid: string, request: ReassignRequest) => Promise<Done>;
  readonly changePause: (conversationSid: string, request: ChangePauseRequest) => Promise<Done>;
  readonly summary: () => Promise<PausedSummary>;
  readonly agents: (cursor?: string) => Promise<AgentList>;
  readonly handover: (request: HandoverRequest) => Promise<HandedOver>;
  readonly settings: () => Promise<Settings>;
  /** @param version the one that was read; another one meanwhile is refused as `version-mismatch` */
  readonly putSettings: (settings: SettingsRequest, version: number) => Promise<Settings>;
}

export function apiOf(http: Http): Api {
  const command = async <T extends Conversation>(
    method: 'POST' | 'PATCH',
    conversationSid: string,
    what: string,
    body: object = {},
  ): Promise<Done<T>> => {
    const answer = await http.send<T>(method, `${pathOf(conversationSid)}/${what}`, body);
    return { conversation: answer.body, onItsWay: answer.status === 202 };
  };
  return {
    paused: (query = {}) => http.get(`/paused${queryOf({ ...query })}`),
    left: (query = {}) => http.get(`/left${queryOf({ ...query })}`),
    conversation: (sid) => http.get(pathOf(sid)),
    history: (sid, cursor) => http.get(`${pathOf(sid)}/history${queryOf({ cursor })}`),
    pause: (sid, request) => command('POST', sid, 'pause', request),
    leave: (sid, request) => command('POST', sid, 'leave', request),
    complete: (sid) => command('POST', sid, 'complete'),
    resume: (sid) => command('POST', sid, 'resume'),
    end: (sid) => command('POST', sid, 'end'),
    reassign: (sid, request) => command('POST', sid, 'reassign', request),
    changePause: (sid, request) => command('PATCH', sid, 'pause', request),
    summary: () => http.get('/paused/summary'),
    agents: (cursor) => http.get(`/agents${queryOf({ cursor })}`),
    handover: async (request) => {
      const answer = await http.send<Handover>('POST', '/handover', request);
      return { ...answer.body, onItsWay: answer.status === 202 };
    },
    settings: () => http.get('/settings'),
    putSettings: async (settings, version) =>
      (await http.send<Settings>('PUT', '/settings', settings, { 'if-match': String(version) })).body,
  };
}

function pathOf(conversationSid: string): string {
  return `/conversations/${encodeURIComponent(conversationSid)}`;
}

function queryOf(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const parameters = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length === 0 ? '' : `?${parameters.toString()}`;
}

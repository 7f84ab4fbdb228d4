import { type components } from '../../lambda/http/api-types';

type Schemas = components['schemas'];

export type Conversation = Schemas['Conversation'];
export type ResumedConversation = Schemas['ResumedConversation'];
export type ConversationList = Schemas['ConversationList'];
export type Pause = NonNullable<Conversation['pause']>;
export type Leave = NonNullable<Conversation['leave']>;
export type Task = NonNullable<Conversation['task']>;
export type Mark = Schemas['Mark'];
export type History = Schemas['History'];
export type HistoryEvent = Schemas['HistoryEvent'];
export type Settings = Schemas['Settings'];
/** What can be set: the settings without their version. */
export type SettingsFields = Schemas['SettingsFields'];
export type PausedSummary = Schemas['PausedSummary'];
export type AgentList = Schemas['AgentList'];
export type Handover = Schemas['Handover'];

export type PauseRequest = Schemas['PauseRequest'];
export type LeaveRequest = Schemas['LeaveRequest'];
export type ChangePauseRequest = Schemas['ChangePauseRequest'];
export type ReassignRequest = Schemas['ReassignRequest'];
export type HandoverRequest = Schemas['HandoverRequest'];
export type SettingsRequest = Schemas['SettingsRequest'];

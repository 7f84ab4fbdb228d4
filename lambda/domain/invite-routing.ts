import type { InviteRouting } from './history-entry';
import type { Conversation, Invite } from './record';
import type { Settings } from './settings';
import { DAY } from './time';

/** Task attributes in JSON, at most. Source: Twilio, TaskRouter limits. */
const MOST_ATTRIBUTE_CHARACTERS = 4096;
/** Of an invite to a named agent: below the workflow's reservation time-out (120 s by default), which would set the agent offline. */
export const DIRECT_INVITE_TIMEOUT_SECONDS = 100;
/** Of an invite through the workflow: the most that TaskRouter allows. */
const WORKFLOW_INVITE_TIMEOUT_SECONDS = 14 * DAY;
/** Of a task. Source: Twilio, Task resource. */
export const MOST_PRIORITY = 2 ** 31 - 1;

/** Keys that Flex adds to the task of an invite by itself, with SIDs of 34 characters as values. */
const FLEX_KEYS = ['flexInteractionSid', 'flexInteractionChannelSid', 'flexChannelInviteSid'] as const;
/**
 * Keys that Flex adds where they are not given, as under HIPAA, with values as long as they may be: an e-mail address has
 * 254 characters at most, a name 256. Source: examples of Twilio's OpenAPI document for invites; RFC 5321.
 */
const FILLED_IN_BY_FLEX = {
  conversationSid: 'x'.repeat(34),
  channelType: 'x'.repeat(9),
  customerAddress: 'x'.repeat(254),
  customerName: 'x'.repeat(256),
  customers: { phone: 'x'.repeat(254), name: 'x'.repeat(256) },
  conversations: {
    conversation_id: 'x'.repeat(34),
    media: [{ type: 'ChatTranscript', sid: 'x'.repeat(34) }],
    initiated_by: 'customer',
  },
  initiatedBy: 'customer',
  direction: 'outbound',
};
export const MARKER_KEY = 'leavePause';

/** How a task of ours is known again. */
export interface Marker {
  readonly purpose?: string;
  readonly inviteId: string;
  readonly workerSid?: string;
  readonly queueSid?: string | null;
}

export interface InviteProperties {
  readonly workspace_sid: string;
  readonly workflow_sid: string;
  readonly queue_sid?: string;
  readonly worker_sid?: string;
  readonly task_channel_unique_name?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly priority: number;
  readonly timeout: number;
}

/** `Routing.properties` of an invite. Source of the keys: Twilio, Interaction Channel Invites. */
export function inviteProperties(
  { routing }: Conversation,
  invite: Invite,
  workspace: { workspaceSid: string; defaultWorkflowSid: string },
  settings: Pick<Settings, 'hipaa' | 'hipaaAttributes'>,
): InviteProperties {
  const { queueSid, taskChannelUniqueName } = routing;
  const keepsRouting = !invite.toDefaultWorkflow;
  return {
    workspace_sid: workspace.workspaceSid,
    workflow_sid: (keepsRouting ? routing.workflowSid : null) ?? workspace.defaultWorkflowSid,
    ...(keepsRouting && queueSid !== null ? { queue_sid: queueSid } : {}),
    ...(invite.direct && invite.workerSid !== null ? { worker_sid: invite.workerSid } : {}),
    ...(taskChannelUniqueName !== null ? { task_channel_unique_name: taskChannelUniqueName } : {}),
    // Once more: HIPAA may have been turned on since they were kept.
    attributes: withMarker(attributesToKeep(routing.attributes, settings), {
      purpose: invite.purpose,
      inviteId: invite.inviteId,
      ...(invite.workerSid !== null ? { workerSid: invite.workerSid } : {}),
      queueSid,
    }),
    priority: Math.min(routing.priority + invite.lost, MOST_PRIORITY),
    timeout: invite.direct ? DIRECT_INVITE_TIMEOUT_SECONDS : WORKFLOW_INVITE_TIMEOUT_SECONDS,
  };
}

/** The same for who listens, without the marker. @returns attributes only where they may go out */
export function routingOf(
  { routing }: Conversation,
  { lost, toDefaultWorkflow }: Pick<Invite, 'lost' | 'toDefaultWorkflow'>,
  settings: Pick<Settings, 'hipaa' | 'hipaaAttributes'>,
): InviteRouting {
  const { workflowSid, queueSid, taskChannelUniqueName, priority, attributes } = routing;
  return {
    workflowSid: toDefaultWorkflow ? null : workflowSid,
    queueSid: toDefaultWorkflow ? null : queueSid,
    taskChannelUniqueName,
    priority: Math.min(priority + lost, MOST_PRIORITY),
    ...(settings.hipaa ? {} : { attributes: attributesToKeep(attributes, settings) }),
  };
}

/** The customer's own keys never go; the marker shrinks, then goes, when all of it would be too long. */
function withMarker(
  attributes: Readonly<Record<string, unknown>>,
  marker: Marker,
): Readonly<Record<string, unknown>> {
  const whole = { ...attributes, [MARKER_KEY]: marker };
  if (fits(whole)) return whole;
  const short = { ...attributes, [MARKER_KEY]: { inviteId: marker.inviteId } };
  return fits(short) ? short : attributes;
}

/** Whether a task can have these attributes, and those that Flex adds itself. */
export function fits(attributes: Readonly<Record<string, unknown>>): boolean {
  const byFlex = Object.fromEntries(FLEX_KEYS.map((key) => [key, 'x'.repeat(34)]));
  return (
    JSON.stringify({ ...FILLED_IN_BY_FLEX, ...attributes, ...byFlex }).length <= MOST_ATTRIBUTE_CHARACTERS
  );
}

/** The marker in a task's attributes, if it is one of ours. */
export function markerIn(attributes: Readonly<Record<string, unknown>>): Marker | undefined {
  const marker = attributes[MARKER_KEY];
  if (typeof marker !== 'object' || marker === null || !('inviteId' in marker)) return undefined;
  return typeof marker.inviteId === 'string' ? (marker as Marker) : undefined;
}

/** Whether attributes this long may have had no room for a marker; under HIPAA shorter ones too, which are then found by reading. */
export function mayLackMarker(attributesText: string): boolean {
  const smallest = `,"${MARKER_KEY}":{"inviteId":"${'x'.repeat(36)}"}`.length;
  return attributesText.length > MOST_ATTRIBUTE_CHARACTERS - smallest - FLEX_KEYS.length * 70;
}

/** What the next task gets of this one's attributes: all but Flex's own keys and an old marker. */
export function attributesToKeep(
  attributes: Readonly<Record<string, unknown>>,
  { hipaa, hipaaAttributes }: Pick<Settings, 'hipaa' | 'hipaaAttributes'>,
): Readonly<Record<string, unknown>> {
  const dropped: readonly string[] = [...FLEX_KEYS, MARKER_KEY];
  const kept = Object.entries(attributes).filter(
    ([key]) => !dropped.includes(key) && (!hipaa || hipaaAttributes.includes(key)),
  );
  return Object.fromEntries(kept);
}

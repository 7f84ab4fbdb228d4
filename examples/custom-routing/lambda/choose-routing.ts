/** What is read here of a `ConversationReactivated`; docs/events/ConversationReactivated.json has all of it. */
export interface Reply {
  readonly eventId: string;
  readonly conversationSid: string;
  readonly routing: {
    readonly priority: number;
    /** Of the task before; absent under `hipaa`. */
    readonly attributes?: Readonly<Record<string, unknown>>;
  };
}

/** The body of `POST /service/conversations/{conversationSid}/invite`, as far as it is used here. */
export interface InviteRequest {
  readonly queueSid?: string;
  readonly priority?: number;
}

const VIP_HEAD_START = 10;

/**
 * VIPs, who have `vip: true` among their attributes, go to a queue of their own, before others; everybody else goes
 * where the last task was. Only the event decides: when it comes twice, so does the same request, which is a repeat.
 */
export function chooseRouting({ routing }: Reply, vipQueueSid: string): InviteRequest {
  if (routing.attributes?.['vip'] !== true) return {};
  return { queueSid: vipQueueSid, priority: routing.priority + VIP_HEAD_START };
}

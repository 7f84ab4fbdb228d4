import type { StudioHook } from '../../../../lambda/domain/pending';
import type { Conversation } from '../../../../lambda/domain/record';
import type { ScopedWebhook } from '../../../../local/twilio/records';
import type { Check } from '../checks';
import type { Parts } from '../parts';

type Hook = Pick<ScopedWebhook, 'sid' | 'conversationSid'>;

/** Whose webhooks are on a conversation. */
export class Hooks {
  private readonly others: (Hook & { readonly isLikeOurs: boolean })[] = [];
  /** Ours, which Twilio has put on when everybody had given them up. */
  private readonly late = new Map<string, Hook>();

  constructor(
    private readonly world: Pick<Parts, 'twilio' | 'table'>,
    private readonly check: Check,
  ) {}

  /** One of the flow of ours, put on while the SID of ours is not known, cannot be told from ours: it may go with it. */
  ofOthers(hook: Hook & Pick<ScopedWebhook, 'configuration'>): void {
    const record = this.world.table.records.get(hook.conversationSid);
    const isLikeOurs = hooksIn(record).some(({ webhookSid, flowSid }) => {
      return webhookSid === null && flowSid === hook.configuration['flow_sid'];
    });
    this.others.push({ ...hook, isLikeOurs });
  }

  ofOurs(hook: Hook, isTooLate: boolean): void {
    if (isTooLate) this.late.set(hook.sid, hook);
    const ours = this.oursOn(hook.conversationSid);
    this.check(
      'one hook of ours at most is on a conversation',
      ours.length <= 1,
      () => `${hook.conversationSid}: ${ours.join(' ')}`,
    );
  }

  /** Whether one of ours is there that nobody can know of. */
  mayBeForgotten(conversationSid: string): boolean {
    return [...this.late.values()].some((hook) => hook.conversationSid === conversationSid);
  }

  /** When everything works again and time has passed. */
  settled(): void {
    for (const { sid, state } of this.world.twilio.platform.store.conversations.values()) {
      const ours = state === 'closed' ? [] : this.oursOn(sid);
      this.check('in the end no hook of ours is on', ours.length === 0, () => `${sid}: ${ours.join(' ')}`);
      const on = this.on(sid);
      const gone = this.others.filter(
        (hook) => hook.conversationSid === sid && !hook.isLikeOurs && !on.includes(hook.sid),
      );
      this.check('nobody else’s hook is touched', gone.length === 0, () => JSON.stringify(gone));
    }
  }

  private oursOn(conversationSid: string): string[] {
    const others = this.others.map(({ sid }) => sid);
    return this.on(conversationSid).filter((sid) => !others.includes(sid) && !this.late.has(sid));
  }

  private on(conversationSid: string): readonly string[] {
    return this.world.twilio.platform.store.conversations.get(conversationSid)?.webhookSids ?? [];
  }
}

/** Ours, that are on or may be. */
function hooksIn(record: Conversation | undefined): StudioHook[] {
  if (record === undefined) return [];
  const goingOff = Object.values(record.pending).flatMap((owed) =>
    owed.kind === 'take-studio-hook-off' ? [owed.hook] : [],
  );
  return [...(record.studioHook === null ? [] : [record.studioHook]), ...goingOff];
}

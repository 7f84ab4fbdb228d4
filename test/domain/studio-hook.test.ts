import type { Outcome } from '../../lambda/domain/outcome';
import { CREATION_LEASE_SECONDS, takeDue } from '../../lambda/domain/pending';
import type { Conversation } from '../../lambda/domain/record';
import { MINUTE, plusSeconds } from '../../lambda/domain/time';
import type { EffectKind } from '../../lambda/domain/words';
import { FLOW, NOW, sid } from '../doubles/constants';
import { CUSTOM_ROUTING, STUDIO } from '../doubles/deps';
import { after, awaiting, contextAt, inputs, kinds, left, leaving, outcomeOf } from '../doubles/records';
import { NOTHING } from '../doubles/nothing';

const HOOK = sid('WH', 1);
const reply = inputs()['customer-writes'];
const put = (record: Conversation, outcome: Outcome) => outcomeOf(record, 'put-studio-hook', outcome);
const expired = (record: Conversation) =>
  outcomeOf(after(record, 'expiry', undefined), 'look-for-reply', { result: 'no-reply' });
/** Seen to be absent, and then put on. */
const hooked = (record: Conversation) =>
  put(put(record, { result: 'studio-hook-absent' }), { result: 'studio-hook-on', webhookSid: HOOK });

describe('Leave, with a Studio flow', () => {
  it('owes the hook, which nobody has put on yet', () => {
    const next = leaving(STUDIO);
    expect(next.studioHook).toEqual({ flowSid: FLOW, mayBeOn: false, webhookSid: null });
    expect(kinds(next)).toEqual(['put-studio-hook', 'wrap-up-task']);
  });

  it.each([
    ['with custom routing of your own', CUSTOM_ROUTING],
    [
      'where the workflow has the reply',
      { ...STUDIO, leave: { ...STUDIO.leave, onReply: 'new-task' as const } },
    ],
  ])('owes none %s', (_, settings) => {
    expect(leaving(settings)).toMatchObject({ studioHook: null });
    expect(kinds(leaving(settings))).toEqual(['wrap-up-task']);
  });

  it('first writes down that nobody has the flow there, and then puts it on', () => {
    const absent = put(left(STUDIO), { result: 'studio-hook-absent' });
    expect(absent.studioHook).toEqual({ flowSid: FLOW, mayBeOn: true, webhookSid: null });
    expect(kinds(absent)).toEqual(['put-studio-hook']);
    const on = put(absent, { result: 'studio-hook-on', webhookSid: HOOK });
    expect(on).toMatchObject({ studioHook: { flowSid: FLOW, webhookSid: HOOK }, pending: NOTHING });
  });

  it('does not count as ours a hook that somebody else has put on', () => {
    expect(put(left(STUDIO), { result: 'studio-hook-of-others' })).toMatchObject({
      studioHook: null,
      pending: NOTHING,
      leave: { onReply: 'custom-routing' },
    });
  });

  it('where none can be put on, leaves the reply to the workflow', () => {
    const next = put(left(STUDIO), { result: 'studio-hook-impossible' });
    expect(next).toMatchObject({ studioHook: null, pending: NOTHING, leave: { onReply: 'new-task' } });
    expect(after(next, 'customer-writes', reply).invite).toMatchObject({ purpose: 'reply' });
  });

  it('where none can be put on and the customer has replied, waits no longer', () => {
    const next = put(awaiting(STUDIO), { result: 'studio-hook-impossible' });
    expect(next.studioHook).toBeNull();
    expect(next.pending['await-custom-routing']).toMatchObject({
      attempts: 1,
      taken: { by: 'run-1', at: NOW },
      notBefore: null,
    });
  });

  it('is tried again only when an earlier call must have been carried out', () => {
    const failed = put(put(left(STUDIO), { result: 'studio-hook-absent' }), { result: 'failed' });
    expect(failed.pending['put-studio-hook']).toMatchObject({ notBefore: plusSeconds(NOW, 61) });
  });
});

describe('the hook stays on', () => {
  it('when the customer replies, and while the flow has its time', () => {
    const next = after(hooked(left(STUDIO)), 'customer-writes', reply);
    expect(next.studioHook).toMatchObject({ webhookSid: HOOK });
    expect(kinds(next)).toEqual(['await-custom-routing']);
  });
});

describe('a hook that is put on only after the reply', () => {
  const TIME_IS_OVER = '2026-03-02T11:00:00Z';
  const mayBeOn = () => put(awaiting(STUDIO), { result: 'studio-hook-absent' });
  /** A sweep has taken both what puts it on and the end of custom routing. */
  const over = (record: Conversation) =>
    ({ ...record, pending: takeDue(record.pending, contextAt(TIME_IS_OVER)) }) as Conversation;
  const outcomeThen = (record: Conversation, kind: EffectKind, outcome: Outcome) =>
    outcomeOf(record, kind, outcome, contextAt(TIME_IS_OVER));

  it('leaves the flow a minute for its task, where the time is over', () => {
    const on = outcomeThen(over(mayBeOn()), 'put-studio-hook', {
      result: 'studio-hook-on',
      webhookSid: HOOK,
    });
    expect(on.pending).toMatchObject({
      'await-custom-routing': { taken: null, notBefore: plusSeconds(TIME_IS_OVER, MINUTE) },
    });
    expect(outcomeThen(on, 'await-custom-routing', { result: 'no-task' })).toEqual(on);
  });

  it('leaves the flow a minute for its task, where the time would be over sooner', () => {
    const soon = contextAt(plusSeconds(NOW, 3570));
    const outcome: Outcome = { result: 'studio-hook-on', webhookSid: HOOK };
    expect(outcomeOf(mayBeOn(), 'put-studio-hook', outcome, soon).pending).toMatchObject({
      'await-custom-routing': { taken: null, notBefore: plusSeconds(soon.now, MINUTE) },
    });
  });

  it('changes nothing where there is time enough', () => {
    const record = mayBeOn();
    const on = put(record, { result: 'studio-hook-on', webhookSid: HOOK });
    expect(on.pending['await-custom-routing']).toEqual(record.pending['await-custom-routing']);
  });

  it('and may be under way when the time is over, is taken off, and it is looked again for what it brought', () => {
    const next = outcomeThen(over(mayBeOn()), 'await-custom-routing', { result: 'no-task' });
    const until = plusSeconds(TIME_IS_OVER, CREATION_LEASE_SECONDS);
    expect(next).toMatchObject({ invite: null, studioHook: null });
    expect(kinds(next)).toEqual(['await-custom-routing', 'take-studio-hook-off']);
    expect(next.pending).toMatchObject({
      'await-custom-routing': { taken: null, notBefore: until },
      'take-studio-hook-off': { until },
    });
  });

  it('and was never called for, keeps nobody waiting', () => {
    const next = outcomeThen(over(awaiting(STUDIO)), 'await-custom-routing', { result: 'no-task' });
    expect(next.invite).toMatchObject({ purpose: 'reply' });
  });
});

describe('the hook is taken off', () => {
  const off = {
    kind: 'take-studio-hook-off',
    hook: { flowSid: FLOW, mayBeOn: true, webhookSid: HOOK },
    until: null,
  };

  it.each<[string, () => Conversation]>([
    ['an agent accepts', () => after(hooked(awaiting(STUDIO)), 'accept', inputs().accept)],
    [
      'an agent accepts a task of before the reply',
      () => after(hooked(left(STUDIO)), 'accept', inputs().accept),
    ],
    ['it is ended', () => after(hooked(left(STUDIO)), 'end', { keepsWrapUp: false })],
    ['it expires', () => expired(hooked(left(STUDIO)))],
    [
      'custom logic invites',
      () => after(hooked(awaiting(STUDIO)), 'service-invite', inputs()['service-invite']),
    ],
  ])('when %s', (_, next) => {
    expect(next().studioHook).toBeNull();
    expect(next().pending['take-studio-hook-off']).toMatchObject(off);
  });

  it.each<[string, Outcome]>([
    [
      'a task was brought',
      { result: 'task-found', task: { ...inputs().accept.task, status: 'pending', acceptedAt: null } },
    ],
    ['an invite takes its place', { result: 'no-task' }],
    ['Flex has it', { result: 'held-by-flex' }],
  ])('when the time is over and %s', (_, outcome) => {
    const record = hooked(awaiting(STUDIO));
    const owed = { ...record.pending['await-custom-routing']!, taken: { by: 'run-1', at: NOW } };
    const next = outcomeOf(
      { ...record, pending: { 'await-custom-routing': owed } },
      'await-custom-routing',
      outcome,
    );
    expect(next.studioHook).toBeNull();
    expect(next.pending['take-studio-hook-off']).toMatchObject(off);
  });

  it('by nobody once the conversation is closed at Twilio: it hands nothing to anybody', () => {
    expect(after(hooked(left(STUDIO)), 'found-closed', undefined)).toMatchObject({
      studioHook: null,
      pending: NOTHING,
    });
  });

  it('not at all where it was never put on', () => {
    const next = after(left(STUDIO), 'accept', inputs().accept);
    expect(next).toMatchObject({ studioHook: null, pending: NOTHING });
  });

  it('once more later where the call that puts it on may still be under way', () => {
    const next = after(put(left(STUDIO), { result: 'studio-hook-absent' }), 'accept', inputs().accept);
    expect(kinds(next)).toEqual(['take-studio-hook-off']);
    expect(next.pending['take-studio-hook-off']).toMatchObject({
      hook: { mayBeOn: true, webhookSid: null },
      until: plusSeconds(NOW, CREATION_LEASE_SECONDS),
    });
  });
});

it('the next leave puts it on only when the one of before is off', () => {
  const task = { ...inputs().accept.task, at: null };
  const accepted = after(hooked(left(STUDIO)), 'accept', { task, settings: STUDIO });
  const again = after(accepted, 'leave', { ...inputs().leave, settings: STUDIO }, contextAt(NOW, 'run-2'));
  expect(again.pending['put-studio-hook']).toMatchObject({ after: ['take-studio-hook-off'], taken: null });
  const gone = outcomeOf(again, 'take-studio-hook-off', { result: 'done' });
  expect(gone.pending['put-studio-hook']?.taken).toMatchObject({ by: 'run-1' });
});

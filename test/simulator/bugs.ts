import type { ActionName } from './program/explore/names';
import type { Race } from './program/explore/races';

/** A mistake that somebody could make: some code of the product, and what it says instead. */
export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly instead: string;
  /** It takes more seeds to be found than a test has time for. */
  readonly isRare?: true;
  /** It shows only where this crashes: it is looked for there, and not by seeds. */
  readonly crashes?: ActionName;
  /** It shows only where these race: it is looked for in all their orders, and not by seeds. */
  readonly races?: Race;
}

export const BUGS: readonly PlantedBug[] = [
  {
    name: 'the timer is not stopped on resume',
    file: 'lambda/domain/moves/resume.ts',
    code: 'const stopped = { ...record, pending: oweTimerStop(record, context) };',
    instead: 'const stopped = record;',
  },
  {
    name: 'the timer is not stopped on end',
    file: 'lambda/domain/moves/end.ts',
    code: 'const stopped = withoutStudioHook({ ...free, pending: oweTimerStop(free, context) }, context);',
    instead: 'const stopped = withoutStudioHook(free, context);',
    isRare: true,
  },
  {
    name: 'the stop of a timer is forgotten while its start is under way',
    file: 'lambda/domain/timers.ts',
    code: 'const underWay = start in record.pending;',
    instead: 'const underWay = false;',
    isRare: true,
  },
  {
    name: 'an effect that failed is struck off',
    file: 'lambda/domain/outcome.ts',
    code: `    case 'failed':
      return {`,
    instead: `    case 'failed':
      if (true) return struck(record);
      return {`,
  },
  {
    name: 'an invite without an answer is sent again without reading back',
    file: 'lambda/actions/effects/invite.ts',
    code: 'attempts > 1 ?',
    instead: 'attempts > 1_000 ?',
    isRare: true,
  },
  {
    name: 'an invite without an answer is read back at once, while Twilio may still carry it out',
    file: 'lambda/domain/outcome.ts',
    code: 'isCreation(kind) ? seconds + 1 : seconds',
    instead: 'isCreation(kind) ? 1 : seconds',
    isRare: true,
  },
  {
    name: 'the invite does not wait for the wrap-up to be over',
    file: 'lambda/domain/invites.ts',
    code: "return withInvite(record, fresh, idsOf(record.pending, 'close-participant'), null, context);",
    instead: 'return withInvite(record, fresh, [], null, context);',
  },
  {
    name: 'a record is written whoever has written since it was read',
    file: 'lambda/actions/change.ts',
    code: 'await deps.store.replace(record?.version ?? 0, next)',
    instead:
      'await deps.store.replace((await deps.store.read(conversationSid)).record?.version ?? 0, { ...next })',
    isRare: true,
  },
  {
    name: 'a lost write is taken for a write, and not read again',
    file: 'lambda/actions/change.ts',
    code: 'const isWritten = await deps.store.replace(record?.version ?? 0, next);',
    instead: 'const isWritten = (await deps.store.replace(record?.version ?? 0, next)) || true;',
    isRare: true,
  },
  {
    name: 'the limit of today’s settings holds for a pause that goes on',
    file: 'lambda/actions/change-pause.ts',
    code: 'changedDeadline(body, record.pause, caller, context.now)',
    instead: `changedDeadline(body, record.pause && { ...record.pause, limitSeconds:
      require('../domain/duration').durationSeconds(settings.pause.timeLimit) }, caller, context.now)`,
    isRare: true,
  },
  {
    name: 'the sweep looks back for an hour only',
    file: 'lambda/actions/sweep.ts',
    code: '!isDueBy(context.now, record)) return NOTHING;',
    instead:
      '!isDueBy(context.now, record) || record.wakeAt! < plusSeconds(context.now, -3600)) return NOTHING;',
    isRare: true,
  },
  {
    name: 'the sweep does not look at deadlines',
    file: 'lambda/actions/sweep.ts',
    code: 'return isOverdue ?',
    instead: 'return isOverdue && false ?',
    isRare: true,
  },
  {
    name: 'comparing comes first, and leaves no time for what is owed',
    file: 'lambda/actions/sweep.ts',
    code: 'const carriedOn = await carryOnWithAll(() => elapsed() < RECORDS_WITHIN_MILLISECONDS, deps);',
    instead: `const toCompare = await deps.store.due('compare', plusSeconds(instant(deps.now()), 86_400), 100);
  const isBusy = toCompare.length > 0;
  const carriedOn = await carryOnWithAll(() => !isBusy && elapsed() < RECORDS_WITHIN_MILLISECONDS, deps);`,
    isRare: true,
  },
  {
    name: 'the name of an execution is cut short',
    file: 'lambda/domain/timers.ts',
    code: 'return `${conversationSid}-${pauseId}-${timers}`;',
    instead: 'return `${conversationSid}-${pauseId}-${timers}`.slice(0, 72);',
    isRare: true,
  },
  {
    name: 'the end of an old task is believed of the current one',
    file: 'lambda/domain/moves/task-over.ts',
    code: `  if (task?.taskSid !== input.taskSid) return formerTaskOver(record, input, context);
  const over = withoutTask(record, true);`,
    instead: `  if (task === null) return formerTaskOver(record, input, context);
  const over = withoutTask(record, true);`,
  },
  {
    name: 'an accept that is told late is believed',
    file: 'lambda/domain/moves/accept.ts',
    code: 'return at !== null && acceptedAt !== null && second(at) < second(acceptedAt);',
    instead: 'return false;',
    isRare: true,
  },
  {
    name: 'leases are ignored',
    file: 'lambda/domain/pending.ts',
    code: 'return plusSeconds(owed.taken.at, isCreation(owed.kind) ? CREATION_LEASE_SECONDS : LEASE_SECONDS);',
    instead: 'return owed.taken.at;',
    isRare: true,
  },
  {
    name: 'what a run took that crashed is never taken again',
    file: 'lambda/domain/pending.ts',
    code: 'return plusSeconds(owed.taken.at, isCreation(owed.kind) ? CREATION_LEASE_SECONDS : LEASE_SECONDS);',
    instead: 'return null;',
  },
  {
    name: 'a timer that fires early is believed',
    file: 'lambda/actions/deadline.ts',
    code: 'const early = Date.parse(read.pause.deadline) - deps.now().getTime();',
    instead: 'const early = 0;',
    isRare: true,
  },
  {
    name: 'paused as soon as the wrap-up begins',
    file: 'lambda/domain/moves/task-wrapping.ts',
    code: "return apply({ ...record, task: { ...record.task, status: 'wrapping' } });",
    instead: `if (record.pause) return apply({ ...record, channelState: 'pause', wrapUp: null, task: null });
  return apply({ ...record, task: { ...record.task, status: 'wrapping' } });`,
    isRare: true,
  },
  {
    name: 'another deadline stops the new timer, and not the old one',
    file: 'lambda/domain/moves/change-pause.ts',
    code: 'pending: oweTimerStop(started, context, { after: [start] }) }',
    instead: 'pending: oweTimerStop({ ...started, pause: changed }, context, { after: [start] }) }',
    isRare: true,
  },
  {
    name: 'the agent’s own goodbye wakes what the agent left',
    file: 'lambda/domain/messages.ts',
    code: 'return author === null || !(agentIdentities.includes(author) || botIdentities.includes(author));',
    instead: 'return author !== "nobody" || botIdentities.includes(author) || agentIdentities.length < 0;',
  },
  {
    name: 'the last look for a reply finds nothing',
    file: 'lambda/actions/effects/look-for-reply.ts',
    code: 'const index = newestOfCustomer(messages, record, settings);',
    instead: 'const index = messages.length < 0 ? newestOfCustomer(messages, record, settings) : undefined;',
    isRare: true,
  },
  {
    name: 'what is compared is not looked through for replies',
    file: 'lambda/actions/compare.ts',
    code: 'return newMessages(conversationSid, await deps.twilio.newestMessages(conversationSid), deps);',
    instead: 'return;',
    isRare: true,
  },
  {
    name: 'two quick replies make two tasks',
    file: 'lambda/actions/customer-messages.ts',
    code: "return decide(record, 'customer-writes', { index, atCapacity, settings }, context);",
    instead: "return decide(first.record!, 'customer-writes', { index, atCapacity, settings }, context);",
    isRare: true,
  },
  {
    name: 'nothing is known of when the server accepted',
    file: 'lambda/actions/effects/accept.ts',
    code: 'at: acceptedAt,',
    instead: 'at: null,',
    isRare: true,
  },
  {
    name: 'a left conversation does not expire',
    file: 'lambda/actions/sweep.ts',
    code: 'if (isExpired) return',
    instead: 'if (isExpired && false) return',
    isRare: true,
  },
  {
    name: 'a left conversation expires at once',
    file: 'lambda/domain/moves/leave.ts',
    code: '    expiresAt,\n    reason,',
    instead: '    expiresAt: context.now,\n    reason,',
  },
  {
    name: 'what Flex has let go is not looked for',
    file: 'lambda/domain/moves/look.ts',
    code: "return record.heldBy === 'flex' ? apply(oweLook(record, context)) : NOTHING;",
    instead: 'return NOTHING;',
    isRare: true,
  },
  {
    name: 'signatures are not checked',
    file: 'lambda/runtime/webhooks.ts',
    code: 'return isFromTwilio(event, form, expected) ? [form] : undefined;',
    instead: 'return [form];',
    isRare: true,
  },
  {
    name: 'any agent may resume any pause',
    file: 'lambda/domain/authority.ts',
    code: 'return parkedIt || supervises;',
    instead: 'return true || parkedIt || supervises;',
    isRare: true,
  },
  {
    name: 'events that could not be taken are passed over',
    file: 'lambda/actions/lost-events.ts',
    code: 'return { failed: failed.sort((a, b) => a - b), notTried, hasWritten };',
    instead: 'return { failed: [], notTried, hasWritten };',
    isRare: true,
  },
  {
    name: 'a reassigned task names the agent it was taken from',
    file: 'lambda/domain/moves/reassign.ts',
    code: "bringBack(stopped, { purpose: 'reassign', workerSid, direct: workerSid !== null }, context)",
    instead:
      "bringBack(stopped, { purpose: 'reassign', workerSid: workerSid ?? record.parkedBy, direct: workerSid !== null }, context)",
    isRare: true,
  },
  {
    name: 'a handover takes what was paused after it was asked for',
    file: 'lambda/domain/handover.ts',
    code: 'return pausedUpTo === null || pause.pausedAt <= pausedUpTo;',
    instead: 'return true;',
    isRare: true,
  },
  {
    name: 'a handover is in nobody’s reach once the run that began it has crashed',
    file: 'lambda/domain/handover.ts',
    code: `    isQuiet: true,
    wakeAt: plusSeconds(now, LEASE_SECONDS),`,
    instead: `    isQuiet: true,
    wakeAt: null,`,
    crashes: 'handover to an agent',
    isRare: true,
  },
  {
    name: 'a pause that is handed over loses its timer',
    file: 'lambda/domain/moves/hand-over.ts',
    code: 'pause: { ...pause, workerSid, handedOverBy },',
    instead: 'pause: { ...pause, workerSid, handedOverBy, timers: pause.timers + 1 },',
    isRare: true,
  },
  {
    name: 'a handover takes what it has taken before',
    file: 'lambda/domain/handover.ts',
    code: ' || pause.handedOverBy.includes(askingOf(handover))',
    instead: '',
    isRare: true,
  },
  {
    name: 'a second Studio hook is put on, whatever the first one has brought',
    file: 'lambda/actions/effects/studio-hook.ts',
    code: "return (await lookForTask(record, deps)).result === 'task-found';",
    instead: 'return false;',
    isRare: true,
  },
  {
    name: 'what a deleted agent has paused waits for its deadline',
    file: 'lambda/actions/agent-deleted.ts',
    code: 'await firstPage(await beginHandover(asked, deps), deps, mayStart);',
    instead: 'if (mayStart === undefined) await firstPage(await beginHandover(asked, deps), deps, mayStart);',
    crashes: 'agent deleted',
    isRare: true,
  },
  {
    name: 'agents may hand over',
    file: 'lambda/handover.ts',
    code: 'if (!isSupervisor(caller))',
    instead: 'if (false && !isSupervisor(caller))',
    isRare: true,
  },
  {
    name: 'a task that is lost is not looked for',
    file: 'lambda/domain/moves/task-over.ts',
    code: `const pending = owe(dropInvite(record, context), { kind: 'look-for-task' }, context, {
    notBefore: plusSeconds(context.now, LOOK_AFTER_SECONDS),
  });`,
    instead: 'const pending = dropInvite(record, context);',
  },
  {
    name: 'an event is struck off before it was published',
    file: 'lambda/actions/effects/event.ts',
    code: 'await deps.events.publish({ type: event.type, at: entry.at, detail: detailOf(entry, event, settings) });',
    instead: `void deps.events
    .publish({ type: event.type, at: entry.at, detail: detailOf(entry, event, settings) })
    .catch(() => undefined);`,
    isRare: true,
  },
  {
    name: 'an event has another id each time',
    file: 'lambda/actions/effects/event.ts',
    code: 'detail: detailOf(entry, event, settings) }',
    instead: 'detail: { ...detailOf(entry, event, settings), eventId: deps.newId() } }',
  },
  {
    name: 'a late event tells what is now',
    file: 'lambda/domain/owed-events.ts',
    code: 'const shown = hipaa ? { ...conversation, customerName: null } : conversation;',
    instead: 'const shown = { ...conversation, version: conversation.version + 1 };',
  },
  {
    name: 'an answer of 200 is taken for an event that was taken',
    file: 'lambda/adapters/eventbridge.ts',
    code: 'if (FailedEntryCount !== 0 || taken?.EventId === undefined)',
    instead: 'if (FailedEntryCount === -1)',
    isRare: true,
  },
  {
    name: 'what is still to be told is dropped with the invite',
    file: 'lambda/domain/invites.ts',
    code: "    'await-custom-routing',\n  );",
    instead: "    'await-custom-routing',\n    'publish-event',\n  );",
    isRare: true,
  },
  {
    name: 'a mark is told that was there before the pause began',
    file: 'lambda/domain/marks.ts',
    code: "return mark !== 'later' && reachedAt(mark, deadline) > pausedAt ? mark : null;",
    instead: "return mark !== 'later' ? mark : null;",
    isRare: true,
  },
  {
    name: 'another deadline keeps the mark of the one before',
    file: 'lambda/domain/moves/change-pause.ts',
    code: 'const changed = { ...another, toldMark: toldMarkOf(another, context.now) };',
    instead:
      'const changed = { ...another, toldMark: another.toldMark ?? toldMarkOf(another, context.now) };',
    isRare: true,
  },
  {
    name: 'no mark wakes the record',
    file: 'lambda/domain/decide.ts',
    code: 'const mark = pause && nextMarkAt(pause, now);',
    instead: 'const mark = pause && nextMarkAt(pause, now) && null;',
  },
  {
    name: 'the last entry of a history does not wait for those before it',
    file: 'lambda/domain/owed-events.ts',
    code: "const earlier = types.includes('ConversationEnded') ? idsOf(after.pending, 'write-history') : [];",
    instead: 'const earlier: string[] = [];',
    races: { scene: 'held', racers: ['pause', 'end'] },
  },
  {
    name: 'the customer is taken for the deadline',
    file: 'lambda/actions/customer-messages.ts',
    code: "    'customer',\n",
    instead: "    'deadline',\n",
    isRare: true,
  },
  {
    name: 'a change of the settings that was not told is struck off',
    file: 'lambda/actions/settings-changes.ts',
    code: 'return false;',
    instead: 'return true;',
    isRare: true,
  },
  {
    name: 'a change of the settings forgets those before it that are still to be told',
    file: 'lambda/actions/settings.ts',
    code: 'owed: [...before.owed, change]',
    instead: 'owed: [change]',
    isRare: true,
  },
  {
    name: 'custom routing has its time also once an agent has accepted',
    file: 'lambda/domain/invites.ts',
    code: "    'await-custom-routing',\n",
    instead: '',
  },
  {
    name: 'a hook whose answer got lost is put on again without looking',
    file: 'lambda/actions/effects/studio-hook.ts',
    code: 'if (attempts > 1) {',
    instead: 'if (attempts > 1_000) {',
    isRare: true,
  },
  {
    name: 'the hook stays on when an agent accepts',
    file: 'lambda/domain/moves/accept.ts',
    code: 'const stopped = withoutStudioHook({ ...before, pending: oweTimerStop(before, context) }, context);',
    instead: 'const stopped = { ...before, pending: oweTimerStop(before, context) };',
    isRare: true,
  },
  {
    name: 'the end of custom routing does not look for what was brought',
    file: 'lambda/actions/effects/await-custom-routing.ts',
    code: 'return lookForTask(record, deps);',
    instead: "return lookForTask === undefined ? lookForTask(record, deps) : { result: 'no-task' };",
    isRare: true,
  },
  {
    name: 'an agent who has joined is told as one who has not',
    file: 'lambda/actions/effects/look-for-agent.ts',
    code: "each.type === 'agent' && each.taskSid === taskSid",
    instead: "each.type === 'worker' && each.taskSid === taskSid",
    isRare: true,
  },
  {
    name: 'an agent who has not joined is told again and again',
    file: 'lambda/domain/moves/look.ts',
    code: '...record, task: { ...task, joinsBy: null }',
    instead: '...record, finding: null, task: { ...task, joinsBy: context.now }',
    isRare: true,
  },
  {
    name: 'whatever closes a channel on the day of a wrap-up is told as closed by it',
    file: 'lambda/domain/wrap-up.ts',
    code: 'const CLOSED_BY_IT_SECONDS = MINUTE;',
    instead: 'const CLOSED_BY_IT_SECONDS = 1440 * MINUTE;',
    isRare: true,
  },
  {
    name: 'of two live tasks, the other one is not looked for',
    file: 'lambda/actions/effects/look-for-task.ts',
    code: '.filter((taskSid) => !isKnownOver(record, taskSid))',
    instead: '.filter((taskSid) => !record.formerTasks.some((former) => former.taskSid === taskSid))',
    isRare: true,
  },
];

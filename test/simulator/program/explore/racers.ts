import { accept } from '../../../../local/twilio/taskrouter/reservation-moves';
import { createInvite } from '../../../../local/twilio/flex/invite-moves';
import { pendingReservations } from '../../../../local/twilio/taskrouter/reservation-status';
import { deleteWorker } from '../../../../local/twilio/taskrouter/worker-moves';
import { nothingMore } from '../simulated-time';
import type { Racer } from './names';
import type { Quiet } from './quiet';

/** What has to have happened at Twilio before the racer brings it. */
export async function prepare(racer: Racer, quiet: Quiet): Promise<void> {
  if (racer === 'task over' && quiet.task !== undefined) quiet.completeInFlex();
  if (racer === 'accept') acceptAnother(quiet);
  if (racer === 'worker deleted') deleteAgent(quiet);
  await quiet.world.pass(0);
}

/** Sets the racer going; `key` tells two of a kind apart. */
export function launch(racer: Racer, quiet: Quiet, key: string): void {
  const { world } = quiet;
  switch (racer) {
    case 'deadline':
      for (const { fire } of world.stepFunctions.held?.values() ?? []) fire();
      return;
    case 'sweep':
      void world.functions.sweep(key);
      return;
    case 'handover':
      return quiet.handOver(key, { toWorkerSid: BOB });
    case 'task over':
      return tell(quiet, 'task.completed', key);
    case 'accept':
      return tell(quiet, 'reservation.accepted', key);
    case 'worker deleted':
      return tell(quiet, 'worker.deleted', key);
    case 'reply':
      return reply(quiet, key);
    case 'pause':
    case 'leave':
    case 'resume':
    case 'reassign':
    case 'end':
    case 'change pause':
    case 'complete':
    case 'service invite':
      return quiet.ask(racer, key);
  }
}

/** Another agent has accepted a new task of the conversation, such as Flex makes by itself. */
function acceptAnother({ world, channel, conversationSid }: Quiet): void {
  const { platform } = world.twilio;
  void platform.change(() => {
    const conversation = platform.store.conversations.get(conversationSid)!;
    const { task } = createInvite(platform, channel, conversation, {
      ...{ workflowSid: platform.options.workflowSid, queueSid: QUEUE, workerSid: BOB, taskChannel: 'web' },
      ...{ attributes: {}, priority: 0, timeout: 86_400 },
    });
    world.promises.madeByFlex(task);
  });
  void platform.change(() => {
    const task = world.twilio.liveTasks(conversationSid).at(-1)!;
    const [offered] = pendingReservations(platform, task);
    if (offered) accept(platform, task, offered);
  });
}

/** Who has paused it. */
function deleteAgent({ world, conversationSid }: Quiet): void {
  const { platform } = world.twilio;
  const { parkedBy } = world.table.records.get(conversationSid)!;
  void platform.change(() => deleteWorker(platform, platform.store.workers.get(parkedBy!)!));
}

/** The customer writes, which others may see before anybody hears of it, and the webhook comes once. */
function reply(quiet: Quiet, key: string): void {
  const { runs, webhooks } = quiet.world;
  const write = async () => {
    if (!quiet.write()) return;
    await nothingMore();
    webhooks.held?.pop();
    tell(quiet, 'onMessageAdded', key);
  };
  if (runs.director) runs.director.starts(`${key} is written`, write);
  else void write();
}

const QUEUE = `WQ${'e1'.padEnd(32, '0')}`;
export const BOB = `WK${'b0b'.padEnd(32, '0')}`;

/** The newest webhook of its kind, sent or not. */
function tell({ world }: Quiet, type: string, key: string): void {
  const [path, fields] = world.webhooks.history.findLast(([, { EventType }]) => EventType === type)!;
  void world.webhooks.arrive(path, fields, key);
}

import { createHash } from 'node:crypto';
import type { World } from '../world';

/** Where everything is: from the same state on, runs that have heard the same go on the same. */
export function stateOf({ table, histories, twilio, stepFunctions, webhooks, promises }: World): string {
  const { store } = twilio.platform;
  return JSON.stringify([
    [...table.records.values()].map((record) => ({ ...record, writtenBy: '' })),
    table.handovers.all(),
    [...table.records.keys()].map((sid) => histories.memory.of(sid).map(({ events }) => events)),
    store.tasks.values().map(({ status, attributes }) => [status, attributes]),
    store.reservations.values().map(({ status, workerSid }) => [status, workerSid]),
    store.channels.values().map(({ status }) => status),
    store.conversations.values().map(({ state, webhookSids, messageCount }) => {
      return [state, webhookSids.length, messageCount];
    }),
    store.channelParticipants.values().map(({ routing }) => routing),
    [...stepFunctions.deadlines()],
    webhooks.held?.map(([path, , { EventType: type, TaskSid: task }]) => [path, type, task]),
    promises.violations.length,
  ]);
}

/** All that a run was told, in short. */
export class Heard {
  digest = '';
  private readonly names = new Map<string, string>();

  add(answer: string): void {
    this.digest = digestOf(this.digest + renamed(answer, this.names));
  }

  /** Those that it knows, in the order in which it heard of them. */
  get ids(): string[] {
    return [...this.names.keys()];
  }
}

/** Ids count up, and so differ by who came first alone. */
export function canonical(state: string): string {
  return renamed(state, new Map());
}

export function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

function renamed(text: string, names: Map<string, string>): string {
  return text.replaceAll(ID, (id) => {
    const name = names.get(id) ?? `#${names.size}`;
    names.set(id, name);
    return name;
  });
}

/** So do versions, also of what is still to be told, which makes no difference once nobody is at work. */
export function withoutVersions(state: string): string {
  return state.replaceAll(VERSION, '$1');
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}/g;
const VERSION = /("version":|write-history:)\d+/g;

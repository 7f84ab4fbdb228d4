import { setTimeout as sleep } from 'node:timers/promises';

/** A day of Alice's, as the picture of the desk shows it. */
export interface Scene {
  /** The one that is open in the picture */
  readonly conversationSid: string;
}

type Answer = Readonly<Record<string, unknown>>;

const ADA = 'demo-token-ada';
const ALICE = 'demo-token-alice';

const LONGEST_WAIT_MS = 60_000;

/**
 * Plays it at a product that has just started: somebody who waits for a part, somebody who has replied meanwhile,
 * somebody whose time is nearly over, somebody who was left, and somebody who is here now.
 * @param url of the product
 */
export async function playScene(url: string): Promise<Scene> {
  const stage = new Stage(url);
  await stage.onlyAlice();
  await stage.turnOn();
  await stage.paused('Priya Nair', 'whatsapp', 'When can you come?', {
    reason: 'Call back',
    timeLimit: 'P12D',
  });
  await stage.left('Lucía Ortega', 'email', 'I send you the form tomorrow.');
  await stage.pass('P1D');
  const open = await stage.paused('Amina Yusuf', 'web', 'The hinge of my laptop is broken.', {
    reason: 'Waits for a part',
    note: 'The part is ordered, it comes tomorrow.',
    timeLimit: 'P1D',
  });
  await stage.pass('PT3H');
  await stage.paused('Jonas Berg', 'sms', 'My invoice is wrong.', { reason: 'Research', timeLimit: 'PT50M' });
  await stage.write(open, 'customer', 'Thank you! Is there any news?');
  await stage.pass('PT12M');
  await stage.accepted('Tom Okafor', 'web', 'Hello, where is my parcel?');
  return { conversationSid: open };
}

class Stage {
  constructor(private readonly url: string) {}

  /** So that she is the one to whom all is offered. */
  async onlyAlice(): Promise<void> {
    const agents = await this.ask<{ name: string; workerSid: string | null }[]>('GET', '/local/agents');
    for (const { name, workerSid } of agents)
      if (name !== 'Alice' && workerSid !== null)
        await this.ask('POST', `/local/agents/${workerSid}`, { available: false });
  }

  async turnOn(): Promise<void> {
    const settings = await this.ask('GET', '/settings', undefined, ADA);
    const [pause, leave] = [settings['pause'] as Answer, settings['leave'] as Answer];
    await this.ask(
      'PUT',
      '/settings',
      { ...settings, pause: { ...pause, enabled: true }, leave: { ...leave, enabled: true } },
      ADA,
      { 'if-match': String(settings['version']) },
    );
  }

  /** @param time ISO 8601 */
  async pass(time: string): Promise<void> {
    await this.ask('POST', '/local/clock', { advance: time });
  }

  async accepted(customerName: string, channelType: string, words: string): Promise<string> {
    const started = await this.ask('POST', '/local/conversations', { channelType, customerName });
    const conversationSid = String(started['conversationSid']);
    await this.write(conversationSid, 'customer', words);
    await this.ask('POST', `/local/tasks/${String(started['taskSid'])}/accept`);
    return conversationSid;
  }

  async paused(customerName: string, channelType: string, words: string, pause: Answer): Promise<string> {
    const conversationSid = await this.accepted(customerName, channelType, words);
    await this.write(conversationSid, 'agent', 'I look into it, and come back to you.');
    await this.putAside(conversationSid, 'pause', pause);
    return conversationSid;
  }

  async left(customerName: string, channelType: string, words: string): Promise<void> {
    await this.putAside(await this.accepted(customerName, channelType, words), 'leave', {});
  }

  async write(conversationSid: string, from: 'customer' | 'agent', body: string): Promise<void> {
    await this.ask('POST', `/local/conversations/${conversationSid}/messages`, { from, body });
  }

  /** To the end of the wrap-up and of all that is owed. */
  private async putAside(conversationSid: string, by: 'pause' | 'leave', body: Answer): Promise<void> {
    const path = `/conversations/${conversationSid}`;
    await this.ask('POST', `${path}/${by}`, body, ALICE);
    await this.ask('POST', `${path}/complete`, {}, ALICE);
    const deadline = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const { wrapUp, owed } = await this.ask('GET', path, undefined, ALICE);
      if (wrapUp === null && (owed as unknown[]).length === 0) return;
      if (Date.now() > deadline) throw new Error(`still owed after ${by}: ${String(owed)}`);
      await sleep(100);
    }
  }

  /** @throws Error when it is refused */
  private async ask<T = Answer>(
    method: string,
    path: string,
    body?: object,
    token?: string,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

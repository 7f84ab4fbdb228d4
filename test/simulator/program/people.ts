import { apiEvent } from '../../http/events';
import { startConversation } from '../../../local/twilio/conversations/start';
import type { Writer } from '../../../local/twilio/conversations/writing';
import { DEMO_USERS, type DemoUser } from '../../../local/twilio/demo';
import type { Task } from '../../../local/twilio/records';
import { signed } from '../../../local/signed-event';
import { holdingReservation } from '../../../local/twilio/taskrouter/reservation-status';
import { type Asked, CUSTOM_LOGIC, ROUTE_OF } from './asks';
import { MINUTE, SECOND } from './constants';
import { bodyOf, handoverBody, type HandoverBody, settingsBody } from './bodies';
import { Desks } from './desks';
import { Flex } from './flex';
import { forgery } from './forgery';
import type { Answer, RouteName } from './functions';
import type { Occasions } from './occasions';
import type { Parts } from './parts';
import { type Act, type Ask, ASKS, FLEX_ACTS, isIn } from './plan';
import type { Promises } from './promises';
import { Talk } from './talk';

const [, , CAROL, SUPERVISOR, ADMIN] = DEMO_USERS as [DemoUser, DemoUser, DemoUser, DemoUser, DemoUser];

/** Of ways to pause, one that names no length. */
const LONGEST_WAY = 10;
/** A person gives up after two more. */
const MOST_ATTEMPTS = 2;

/** No token is used twice, in no simulation: what Twilio said of one is remembered for a minute. */
let tokens = 0;

/** Customers, agents, supervisors and administrators. */
export class People {
  readonly desks: Desks;
  readonly flex: Flex;
  private readonly talk: Talk;

  constructor(
    private readonly world: Parts,
    private readonly occasions: Occasions,
    private readonly promises: Promises,
  ) {
    this.flex = new Flex(world, promises);
    this.talk = new Talk(world, (conversationSid, from) => this.write(conversationSid, from));
    this.desks = new Desks(
      world,
      (what, task, way, key) => {
        const holder = this.holder(task);
        if (holder) this.ask(what, task.conversationSid, holder, way, key);
      },
      (task) => this.closeChannelOf(task),
    );
  }

  /** Does what is planned at this point. */
  act(act: Act): void {
    const { id, what, way, pick } = act;
    const key = `act ${id}`;
    const channel = this.occasions.channelFor(act);
    if (what === 'customer starts' || channel === undefined) return this.start(id);
    const { conversationSid } = channel;
    if (isIn(ASKS, what))
      return this.ask(what, conversationSid, this.whoActs(act, conversationSid), way, key);
    if (isIn(FLEX_ACTS, what)) return this.flex.act(what, channel, way, pick);
    if (what === 'somebody writes') return this.writeSomething(way, conversationSid);
    if (what === 'handover') return this.handOver(act, conversationSid, key);
    if (what === 'settings') return this.changeSettings(way, key);
    if (what === 'stranger') return this.strange(way, conversationSid, key);
    return this.forge(way, conversationSid, key);
  }

  private closeChannelOf({ channelSid }: Task): void {
    const channel = this.world.twilio.platform.store.channels.get(channelSid);
    if (channel) this.flex.act('conversation closed at Twilio', channel, 0, 0);
  }

  private start(id: number): void {
    const { platform } = this.world.twilio;
    void platform.change(() => startConversation(platform, id % 2 === 0 ? 'web' : 'sms'));
  }

  /** Mostly the customer, now and then twice; else the agent who was there last, or a bot. */
  private writeSomething(way: number, conversationSid: string): void {
    const from = way === 9 ? 'agent' : way === 10 ? 'bot' : 'customer';
    for (let times = way > 6 && way < 9 ? 2 : 1; times > 0; times--) this.write(conversationSid, from);
  }

  /** Where somebody still can. */
  private write(conversationSid: string, from: Writer): void {
    const conversation = this.world.twilio.platform.store.conversations.get(conversationSid);
    if (conversation === undefined || conversation.state === 'closed') return;
    if (from === 'agent' && conversation.lastAgent === null) return;
    this.flex.write(conversationSid, from);
  }

  /** The agent of this SID asks once, and nobody writes; null: a supervisor. */
  askOnce(
    what: Ask,
    conversationSid: string,
    workerSid: string | null,
    body: Record<string, unknown>,
    key: string,
  ): void {
    const agent = DEMO_USERS.find((user) => workerSid !== null && user.workerSid === workerSid);
    const who = what === 'service invite' ? CUSTOM_LOGIC : (agent ?? SUPERVISOR);
    this.ask(what, conversationSid, who, 0, key, MOST_ATTEMPTS, body);
  }

  /** One of our routes, asked again by who hears nothing, or that something is wrong with us. */
  private ask(
    what: Ask,
    conversationSid: string,
    who: DemoUser,
    way: number,
    key: string,
    attempt = 0,
    body: Record<string, unknown> = bodyOf(
      what,
      way,
      this.world.time.moment(),
      this.world.twilio.liveTasks(conversationSid),
      this.world.plan.timeLimit,
    ),
  ): void {
    const asked = { what, conversationSid, who, body };
    const ofThisAttempt = `${key}.${attempt}`;
    this.promises.asked(asked, ofThisAttempt);
    if (isIn(['leave', 'pause'], what) && attempt < MOST_ATTEMPTS)
      this.talk.putsAside(conversationSid, ofThisAttempt);
    const heard = this.send(asked, ofThisAttempt);
    void heard.then((answer) => {
      this.promises.answered(asked, answer);
      this.maybeAgain(answer, key, attempt, () =>
        this.ask(what, conversationSid, who, way, key, attempt + 1, body),
      );
    });
  }

  private send({ what, conversationSid, who, body }: Asked, key: string): Promise<Answer> {
    if (what !== 'service invite')
      return this.request(ROUTE_OF[what], conversationSid, who.identity, body, key);
    const event = apiEvent({
      routeKey: `POST /service/conversations/${conversationSid}/invite`,
      pathParameters: { conversationSid },
      body: JSON.stringify(body),
    });
    return this.world.functions.request('service-invite', key, signed(event));
  }

  /** All that the one has paused who has paused this conversation. */
  private handOver(act: Act, conversationSid: string, key: string): void {
    const { pause } = this.world.table.records.get(conversationSid) ?? {};
    const body = handoverBody(pause?.workerSid ?? DEMO_USERS[act.pick % 3]!.workerSid!, act.way);
    this.askHandover(body, this.whoActs(act, conversationSid), key);
    const { chance } = this.world.faults;
    const wait = chance.between(`goes on ${key}`, MINUTE, 40 * MINUTE);
    this.world.time.after(wait, () => this.pauseNext(body.fromWorkerSid, key));
  }

  /** Whose pauses were handed over may work on, and pause the next one. */
  private pauseNext(workerSid: string, key: string): void {
    const tasks = this.world.twilio.platform.store.tasks.values();
    const held = tasks.find(
      (task) => task.status === 'assigned' && this.holder(task)?.workerSid === workerSid,
    );
    const who = held && this.holder(held);
    if (who) this.ask('pause', held.conversationSid, who, LONGEST_WAY, `next ${key}`);
  }

  /** A supervisor asks once. */
  handOverOnce(body: HandoverBody, key: string): void {
    this.askHandover(body, SUPERVISOR, key, MOST_ATTEMPTS);
  }

  /** Asked again by who hears nothing, or that something is wrong with us. */
  private askHandover(body: HandoverBody, who: DemoUser, key: string, attempt = 0): void {
    const { fromWorkerSid: from, toWorkerSid: to } = body;
    const tell = this.promises.handoverAsked({ who, from, to });
    void this.request('handover', '', who.identity, body, `${key}.${attempt}`).then((answer) => {
      tell(answer);
      this.maybeAgain(answer, key, attempt, () => this.askHandover(body, who, key, attempt + 1));
    });
  }

  private maybeAgain({ status }: Answer, key: string, attempt: number, again: () => void): void {
    const isUnclear = status === undefined || status >= 500;
    const { chance } = this.world.faults;
    if (!isUnclear || attempt === MOST_ATTEMPTS || !chance.happens(`again ${key} ${attempt}`, 0.7)) return;
    this.world.time.after(chance.between(`wait ${key} ${attempt}`, SECOND, 90 * SECOND), again);
  }

  private async request(
    route: RouteName,
    conversationSid: string,
    identity: string,
    body: unknown,
    key: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const token = `demo-token-${identity}.${++tokens}`;
    const event = apiEvent({
      routeKey: `POST /conversations/${conversationSid}/${route}`,
      pathParameters: { conversationSid },
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return this.world.functions.request(route, key, event);
  }

  /** For what only supervisors may, whose it is asks one of them. */
  private whoActs({ what, who, pick }: Act, conversationSid: string): DemoUser {
    if (what === 'service invite') return CUSTOM_LOGIC;
    switch (who) {
      case 'supervisor':
        return SUPERVISOR;
      case 'admin':
        return ADMIN;
      case 'another agent':
        return DEMO_USERS[pick % 3]!;
      case 'whose it is':
        return isIn(['reassign', 'handover'], what) ? SUPERVISOR : (this.whoseItIs(conversationSid) ?? CAROL);
    }
  }

  private whoseItIs(conversationSid: string): DemoUser | undefined {
    const held = this.world.twilio
      .liveTasks(conversationSid)
      .map((task) => this.holder(task))
      .find(Boolean);
    const parkedBy = this.world.table.records.get(conversationSid)?.parkedBy;
    return held ?? DEMO_USERS.find(({ workerSid }) => workerSid === parkedBy);
  }

  private holder(task: Task): DemoUser | undefined {
    const reservation = holdingReservation(this.world.twilio.platform, task);
    return DEMO_USERS.find(({ workerSid }) => workerSid !== null && workerSid === reservation?.workerSid);
  }

  changeSettings(way: number, key: string): void {
    void this.world.table.settings().then((settings) => {
      const { version, body } = settingsBody(settings, way);
      void this.request('put-settings', '', ADMIN.identity, body, key, { 'if-match': String(version) });
    });
  }

  /** Somebody with a good token who has to do with none of it, and somebody with a bad one. */
  private strange(way: number, conversationSid: string, key: string): void {
    const route = ROUTE_OF[ASKS[way % ASKS.length]!];
    const identity = way < 6 ? 'mallory' : 'nobody';
    void this.request(route, conversationSid, identity, {}, key).then((answer) =>
      this.promises.strangerAnswered(answer),
    );
  }

  /** News from somebody who cannot sign, or who has heard what Twilio signed and changes a word of it. */
  private forge(way: number, conversationSid: string, key: string): void {
    const { webhooks, twilio } = this.world;
    const [task] = twilio.liveTasks(conversationSid);
    const { path, fields, signature } = forgery(way, conversationSid, task, webhooks.history);
    void webhooks
      .arrive(path, fields, key, signature)
      .then((answer) => this.promises.forgeryAnswered(answer, key));
  }
}

import type { Outcome } from '../../lambda/domain/outcome';
import type { Effect } from '../../lambda/domain/pending';
import type { FakeTask } from '../doubles/fake-resources';
import { held, type Scene, wrappingUp } from './scenes';
import { callsFromNow, record, recordSays, tried } from './tried';

const task = ({ deps, taskSid }: Scene): FakeTask => deps.platform.task(taskSid);
const over = ({ taskSid }: Scene): Outcome => ({ result: 'task-over', taskSid, wasTaken: true });
const againInAMinute = ({ deps }: Scene): Outcome => ({
  result: 'again',
  notBefore: deps.in(60),
  change: { participantClosed: true },
});

/** The agent's part in the first task is ended, as the record knows it. */
function close(
  scene: Scene,
  change: Partial<Extract<Effect, { kind: 'close-participant' }>> = {},
  attempts = 1,
): Promise<Outcome> {
  const { taskSid, reservationSid, participantSid } = record(scene).task!;
  const facts = { taskSid, reservationSid, participantSid, participantClosed: false };
  return tried(scene, { kind: 'close-participant', ...facts, ...change }, attempts);
}

/** The agent has left the channel, and Twilio has not gone on with the task. */
async function leftByItsAgent(begin: () => Promise<Scene> = held): Promise<Scene> {
  const scene = await begin();
  const channel = scene.deps.platform.channelOf(scene.conversationSid);
  channel.participants = channel.participants.filter(({ type }) => type !== 'agent');
  return scene;
}

describe('to end an agent’s part in a task', () => {
  it('its participant is closed, and the task seen to be over by that', async () => {
    const scene = await wrappingUp();
    const calls = callsFromNow(scene);
    expect(await close(scene)).toEqual(over(scene));
    expect(calls()).toEqual(['setParticipant', 'task']);
  });

  it('a participant that is closed already is not closed again', async () => {
    const scene = await wrappingUp();
    const calls = callsFromNow(scene);
    await close(scene, { participantClosed: true });
    expect(calls()).not.toContain('setParticipant');
  });

  it('a participant that the channel does not list counts as closed, and none is closed', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    const calls = callsFromNow(scene);
    expect(await close(scene, { participantSid: null })).toEqual(over(scene));
    expect(calls()).not.toContain('setParticipant');
  });

  it('a participant that Twilio refuses to close is tried again while the task is assigned', async () => {
    const scene = await held();
    scene.deps.twilio.fail('setParticipant', 'refused');
    await expect(close(scene)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('a participant that Twilio refuses to close counts as closed once the task is gone', async () => {
    const scene = await wrappingUp();
    scene.deps.platform.tasks.delete(scene.taskSid);
    scene.deps.twilio.fail('setParticipant', 'refused');
    expect(await close(scene)).toEqual(over(scene));
  });
});

describe('where the channel is closed when the participant is to be closed', () => {
  it('the conversation is found closed', async () => {
    const scene = await wrappingUp();
    scene.deps.twilio.fail('setParticipant', 'closed');
    expect(await close(scene)).toEqual({ result: 'conversation-closed' });
  });

  it('and we have closed it, the task is seen to be over', async () => {
    const scene = await wrappingUp();
    recordSays(scene, { channelState: 'closed' });
    scene.deps.twilio.fail('setParticipant', 'closed');
    expect(await close(scene)).toEqual(over(scene));
  });
});

describe('a task whose participant is closed', () => {
  it('and that is still assigned may be on its way: it is given a minute', async () => {
    const scene = await leftByItsAgent();
    expect(await close(scene)).toEqual(againInAMinute(scene));
    expect(task(scene).status).toBe('assigned');
  });

  it('and that is still assigned after that minute is completed', async () => {
    const scene = await leftByItsAgent();
    expect(await close(scene, { participantClosed: true }, 2)).toEqual(over(scene));
    expect(task(scene).status).toBe('completed');
  });

  it('and that wraps up is completed at once, as Flex UI’s Complete does it', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    expect(await close(scene)).toEqual(over(scene));
    expect(task(scene).status).toBe('completed');
  });

  it('is completed by the reservation that the record knows, without reading any', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    const calls = callsFromNow(scene);
    await close(scene);
    expect(calls()).not.toContain('reservations');
  });

  it('is completed by the reservation that Twilio lists, where the record knows none', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    expect(await close(scene, { reservationSid: null })).toEqual(over(scene));
    expect(task(scene).status).toBe('completed');
  });

  it('and that no agent has is looked at again in a minute', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    task(scene).reservations.splice(0);
    const calls = callsFromNow(scene);
    expect(await close(scene, { reservationSid: null })).toEqual(againInAMinute(scene));
    expect(calls()).not.toContain('setReservation');
  });

  it('is over where Twilio does not know its reservation any more', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    scene.deps.twilio.fail('setReservation', 'not-found');
    expect(await close(scene)).toEqual(over(scene));
  });

  it('is looked at again in a minute where Twilio refuses to complete it', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    scene.deps.twilio.fail('setReservation', 'refused');
    expect(await close(scene)).toEqual(againInAMinute(scene));
  });

  it('stays to be completed where Twilio does not answer', async () => {
    const scene = await leftByItsAgent(wrappingUp);
    scene.deps.twilio.fail('setReservation', 'unavailable');
    await expect(close(scene)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

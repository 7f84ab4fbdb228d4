import type { Outcome } from '../../lambda/domain/outcome';
import { held, type Scene } from './scenes';
import { tried } from './tried';

const close = (scene: Scene): Promise<Outcome> => tried(scene, { kind: 'close-channel', endTasks: true });

/** Alice holds it, Twilio shows its channel so, and closing it fails. */
async function failing(kind: 'closed' | 'not-found' | 'refused' | 'unavailable', shown: string) {
  const scene = await held();
  scene.deps.platform.channelOf(scene.conversationSid).status = shown;
  scene.deps.twilio.fail('closeChannel', kind);
  return scene;
}

describe('closing the channel is done', () => {
  it('when Twilio has closed it', async () => {
    const scene = await held();
    expect(await close(scene)).toEqual({ result: 'channel-closed', endTasks: true });
    expect(scene.deps.platform.channelOf(scene.conversationSid).status).toBe('closed');
  });

  it.each([
    { kind: 'closed', shown: 'active' },
    { kind: 'not-found', shown: 'closed' },
    { kind: 'refused', shown: 'closed' },
  ] as const)('where the call is answered "$kind", and Twilio shows it $shown', async ({ kind, shown }) => {
    const scene = await failing(kind, shown);
    expect(await close(scene)).toEqual({ result: 'channel-closed', endTasks: true });
  });
});

describe('closing the channel stays owed', () => {
  it.each([
    { kind: 'not-found', shown: 'active' },
    { kind: 'refused', shown: 'active' },
    { kind: 'unavailable', shown: 'active' },
    { kind: 'unavailable', shown: 'closed' },
  ] as const)('where the call is answered "$kind", and Twilio shows it $shown', async ({ kind, shown }) => {
    const scene = await failing(kind, shown);
    await expect(close(scene)).rejects.toMatchObject({ kind });
  });
});

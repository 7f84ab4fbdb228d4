import type { Outcome } from '../../lambda/domain/outcome';
import { left, type Scene } from './scenes';
import { tried } from './tried';

const look = (scene: Scene): Promise<Outcome> => tried(scene, { kind: 'look-for-reply' });

describe('before a leave that has expired is closed', () => {
  it('a reply whose webhook was lost is found', async () => {
    const scene = await left();
    scene.deps.platform.write(scene.conversationSid, 'carol');
    scene.deps.platform.write(scene.conversationSid, 'carol');
    scene.deps.loseNews();
    expect(await look(scene)).toEqual({ result: 'customer-wrote', index: 1 });
  });

  it('a message of the agent is no reply', async () => {
    const scene = await left();
    scene.deps.platform.write(scene.conversationSid, 'alice');
    scene.deps.loseNews();
    expect(await look(scene)).toEqual({ result: 'no-reply' });
  });

  it('a conversation that Twilio has closed is found closed', async () => {
    const scene = await left();
    scene.deps.twilio.fail('newestMessages', 'closed');
    expect(await look(scene)).toEqual({ result: 'conversation-closed' });
  });

  it('a conversation that is gone, while its channel is there, has no reply', async () => {
    const scene = await left();
    scene.deps.twilio.fail('newestMessages', 'not-found');
    expect(await look(scene)).toEqual({ result: 'no-reply' });
  });
});

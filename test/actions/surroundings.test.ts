import { surroundingsOf } from '../../lambda/actions/surroundings';
import { pauseIt } from '../doubles/commands';
import { PAUSE_ON } from '../doubles/deps';
import { held } from './scenes';
import { record, recordSays } from './tried';

describe('what is outside of the record', () => {
  it('is no closing time where the conversation’s timers cannot be read', async () => {
    const scene = await held();
    scene.deps.twilio.fail('conversation', 'unavailable');
    expect(await surroundingsOf(record(scene), null, PAUSE_ON, scene.deps.nextRun())).toEqual({
      messages: [],
      newestIndex: null,
      closesAt: null,
      pausedByAgent: 0,
    });
  });

  it('is no message where they cannot be read: the index that is remembered stays', async () => {
    const scene = await held();
    recordSays(scene, { lastMessageIndex: 3 });
    scene.deps.twilio.fail('newestMessages', 'unavailable');
    await pauseIt(scene.conversationSid, scene.deps.nextRun());
    expect(record(scene)).toMatchObject({ wrapUp: 'pause', lastMessageIndex: 3 });
  });

  it('is not readable where the messages are not, and the conversation is missing though its channel is open', async () => {
    const { deps, conversationSid } = await held();
    deps.twilio.fail('newestMessages', 'unavailable');
    deps.platform.conversations.delete(conversationSid);
    expect(await pauseIt(conversationSid, deps.nextRun())).toMatchObject({ code: 'twilio-unavailable' });
  });
});

import { errorName } from '../../lambda/actions/error-name';
import { pauseIt } from '../doubles/commands';
import { ALICE } from '../doubles/constants';
import { testDeps } from '../doubles/deps';
import { held } from './scenes';

describe('what failed stands in the log', () => {
  it('by the name of its error', async () => {
    const { deps, conversationSid } = await held();
    deps.twilio.fail('setParticipant', 'unavailable');
    await pauseIt(conversationSid, deps.nextRun());
    const stays = deps.lines.find(({ message }) => message === 'effect stays owed');
    expect(stays?.fields).toMatchObject({ error: 'TwilioError', kind: 'unavailable' });
  });

  it('as unknown, where it is no error: its text may be a customer’s', () => {
    expect(errorName('Carol, +49 30 1234')).toBe('unknown');
  });
});

it('an error of Twilio says which call failed, and how', async () => {
  const deps = testDeps();
  deps.twilio.fail('worker', 'unavailable');
  await expect(deps.twilio.worker(ALICE)).rejects.toThrow('Twilio worker: unavailable');
});

import { AS_SUPERVISOR, endIt, pauseIt, reassignIt, resumeIt } from '../doubles/commands';
import { BOB } from '../doubles/constants';
import { held, paused } from './scenes';

describe('where the conversation was sent', () => {
  it('is told of Resume, at first and when it is repeated', async () => {
    const { deps, conversationSid } = await paused();
    const told = { kind: 'done', routedTo: 'agent' };
    expect(await resumeIt(conversationSid, deps.nextRun())).toMatchObject(told);
    expect(await resumeIt(conversationSid, deps.nextRun())).toMatchObject({ ...told, repeated: true });
  });

  it.each([
    ['Pause', held, pauseIt, {}],
    ['End', paused, endIt, {}],
    ['Reassign', paused, reassignIt, { caller: AS_SUPERVISOR, body: { workerSid: BOB } }],
  ] as const)('is not told of %s, at first and when it is repeated', async (_route, begin, act, wish) => {
    const { deps, conversationSid } = await begin();
    for (const repeated of [false, true]) {
      const result = await act(conversationSid, deps.nextRun(), wish);
      expect(result).toMatchObject({ kind: 'done', repeated });
      expect(result).not.toHaveProperty('routedTo');
    }
  });
});

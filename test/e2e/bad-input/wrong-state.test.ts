import { ALICE, DEE } from '../running-product';
import {
  acceptedByAlice,
  asksToInvite,
  advanceTo,
  type Begun,
  does,
  inFlex,
  leftByAlice,
  pausedByAlice,
  refusal,
  seen,
  timers,
} from '../acts';
import { productForAll } from '../fixture';

const running = productForAll();

/** The command finds the conversation somewhere else, and leaves it there. */
async function expectWrongState(begun: Begun, token: string, ...commands: [string, string, object?][]) {
  const before = await seen(running(), begun);
  const timersBefore = await timers(running());
  for (const [method, route, body = {}] of commands) {
    const answer = await running().ask(method, begun.path + route, token, body);
    expect([route, refusal(answer)]).toEqual([route, '409 wrong-state']);
    expect(answer.body).toMatchObject({ channelState: before.channelState });
  }
  expect(await seen(running(), begun)).toEqual(before);
  expect(await timers(running())).toEqual(timersBefore);
}

it('what an agent works on cannot be completed, resumed, reassigned or changed', async () => {
  const begun = await acceptedByAlice(running(), 'web');
  await expectWrongState(begun, ALICE, ['POST', '/complete']);
  await expectWrongState(
    begun,
    DEE,
    ['POST', '/resume'],
    ['POST', '/reassign'],
    ['PATCH', '/pause', { timeLimit: 'P1D' }],
  );
});

it('what is paused cannot be paused again with another body, nor completed by who has not', async () => {
  const begun = await acceptedByAlice(running(), 'sms');
  await does(running(), ALICE, `${begun.path}/pause`, { timeLimit: 'P1D' });
  await expectWrongState(begun, ALICE, ['POST', '/pause'], ['POST', '/pause', { timeLimit: 'P2D' }]);
  await inFlex(running(), begun.taskSid, 'complete');
  await expectWrongState(begun, ALICE, ['POST', '/pause', { note: 'again' }], ['POST', '/complete']);
});

it('what waits in the queue since its deadline cannot be paused, resumed, changed or completed', async () => {
  const begun = await pausedByAlice(running(), { timeLimit: 'PT1H' });
  await advanceTo(running(), (await seen(running(), begun)).pause!.deadline);
  await expectWrongState(
    begun,
    ALICE,
    ['POST', '/resume'],
    ['POST', '/complete'],
    ['PATCH', '/pause', { note: 'late' }],
  );
});

it('what is paused, left, in the hands of an agent, or closed takes no invite by custom logic', async () => {
  await running().set({ leave: { enabled: true } });
  const held = await acceptedByAlice(running(), 'whatsapp');
  const paused = await pausedByAlice(running());
  const left = await leftByAlice(running());
  const closed = await acceptedByAlice(running(), 'messenger');
  await does(running(), ALICE, `${closed.path}/end`);
  for (const begun of [held, paused, left, closed]) {
    const before = await seen(running(), begun);
    const answer = await asksToInvite(running(), begun, {});
    expect(refusal(answer)).toBe('409 wrong-state');
    expect(answer.body).toMatchObject({ channelState: before.channelState });
    expect(await seen(running(), begun)).toEqual(before);
  }
});

import { budgetOf } from '../../lambda/adapters/budget';
import { transport } from '../../lambda/adapters/twilio/transport';
import { twilioApi } from '../../operate/twilio/api';
import { type Answer, useLoopbackTwilio } from '../adapters/twilio/loopback';
import { CREDENTIALS } from '../adapters/twilio/connect';
import { sid } from '../doubles/constants';

const loopback = useLoopbackTwilio();
const WORKSPACE = `https://taskrouter.twilio.com/v1/Workspaces/${sid('WS')}`;

const api = () =>
  twilioApi(
    transport({
      credentials: async () => CREDENTIALS,
      baseUrl: loopback.url(),
      budget: budgetOf(60_000, () => 0),
      sleep: async () => {},
    }),
  );

/** One answer after the other, the last for ever. */
function answer(...answers: Answer[]): void {
  loopback.answer(() => (answers.length > 1 ? answers.shift()! : answers[0]!));
}

it('reads again what was not answered, three times in all', async () => {
  answer('reset', { status: 503 }, { body: { sid: 'WS1' } });
  expect(await api().get(WORKSPACE)).toEqual({ sid: 'WS1' });
  answer('reset');
  await expect(api().get(WORKSPACE)).rejects.toMatchObject({ name: 'TwilioError', kind: 'unavailable' });
  expect(loopback.requests).toHaveLength(6);
});

it('neither reads again what is refused, nor writes twice', async () => {
  answer({ status: 401, body: { code: 20003 } });
  await expect(api().get(WORKSPACE)).rejects.toMatchObject({ kind: 'credentials', code: 20003 });
  answer('reset');
  await expect(api().post(WORKSPACE, { FriendlyName: 'x' })).rejects.toMatchObject({ kind: 'unavailable' });
  expect(loopback.requests).toHaveLength(2);
});

it('reads lists to their end, or to as many as are asked for', async () => {
  const next = `${loopback.url()}/v1/Workspaces/${sid('WS')}/Workflows?PageToken=PT2`;
  const pages = [
    { body: { workflows: [{ sid: 'WW1' }], meta: { next_page_url: next } } },
    { body: { workflows: [{ sid: 'WW2' }], meta: { next_page_url: null } } },
  ];
  answer(...pages);
  const all = await api().list(`${WORKSPACE}/Workflows`, 'workflows');
  expect(all).toEqual({ items: [{ sid: 'WW1' }, { sid: 'WW2' }], isComplete: true });
  answer(...pages);
  const cut = await api().list(`${WORKSPACE}/Workflows`, 'workflows', {}, 1);
  expect(cut).toEqual({ items: [{ sid: 'WW1' }], isComplete: false });
});

it('takes away what is gone already', async () => {
  const sink = `https://events.twilio.com/v1/Sinks/${sid('DG')}`;
  answer({ status: 404, body: {} });
  await expect(api().remove(sink)).resolves.toBeUndefined();
  answer({ status: 400, body: {} });
  await expect(api().remove(sink)).rejects.toMatchObject({ name: 'TwilioError', status: 400 });
});

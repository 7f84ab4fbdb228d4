import { ALICE } from './running-product';
import { does } from './acts';
import { productForEach } from './fixture';

const product = productForEach();

it('tells which records owe what to the outside world, until it is done', async () => {
  const running = product();
  const { conversationSid, path } = await running.accepted();
  expect((await running.get('/local/owed')).body).toEqual([]);
  running.twilioFails = (request) => (request.includes('/Participants/') ? 503 : undefined);
  const { owed } = await does(running, ALICE, `${path}/pause`);
  expect(owed).not.toEqual([]);
  expect((await running.get('/local/owed')).body).toEqual([
    { conversationSid, owed, wakeAt: expect.stringMatching(/Z$/) },
  ]);
  running.twilioFails = () => undefined;
  await running.advance('PT10M');
  expect((await running.get('/local/owed')).body).toEqual([]);
});

it('tells the whole story: the task, the messages, the webhooks that told of them', async () => {
  const running = product();
  const { conversationSid, taskSid } = await running.accepted();
  await running.post(`/local/conversations/${conversationSid}/messages`, undefined, {
    from: 'customer',
    body: 'Hello?',
  });
  const { tasks } = (await running.get('/local/tasks')).body;
  expect(tasks).toMatchObject([{ taskSid, conversationSid, status: 'assigned', workerName: 'Alice' }]);
  const { messages } = (await running.get(`/local/conversations/${conversationSid}/messages`)).body;
  expect(messages).toMatchObject([{ index: 0, from: 'customer', body: 'Hello?' }]);
  const webhooks = (await running.get('/local/webhooks')).body;
  expect(webhooks.at(-1)).toMatchObject({ eventType: 'onMessageAdded', conversationSid, status: 200 });
  expect((await running.get(`/local/webhooks?after=${webhooks.at(-1).id}`)).body).toEqual([]);
});

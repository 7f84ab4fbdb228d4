import { conversationsWebhook, taskRouterWebhook } from '../../../operate/status/checks/webhooks';
import { AtStandIn, DEPLOYMENT, OTHERS, SERVICE_WEBHOOKS, WORKSPACE_PATH } from '../at-stand-in';
import { look, sourcesAt } from './sources';

let at: AtStandIn;
beforeEach(async () => (at = await AtStandIn.open()));
afterEach(() => at.close());

const taskRouter = () => look(taskRouterWebhook, sourcesAt(at));
const conversations = () => look(conversationsWebhook, sourcesAt(at));

it('is well once Twilio is connected', async () => {
  await at.connect({ yes: true });
  expect(await taskRouter()).toMatchObject({ level: 'ok', facts: { by: 'callback' } });
  expect(await conversations()).toMatchObject({ level: 'ok', facts: { by: 'webhook', level: 'service' } });
});

it('is an error where nobody is told', async () => {
  expect(await taskRouter()).toMatchObject({
    level: 'error',
    facts: { by: 'nothing', missing: ['EventCallbackUrl', 'EventsFilter'] },
  });
  expect(await conversations()).toMatchObject({ level: 'error', facts: { by: 'nothing' } });
});

it('is an error where an event is left out, and where Twilio is not told to repeat', async () => {
  await at.connect({ yes: true });
  await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: DEPLOYMENT.taskRouterWebhookUrl });
  await at.harness.post(SERVICE_WEBHOOKS, { Filters: 'onMessageAdded' });
  expect(await taskRouter()).toMatchObject({ level: 'error', facts: { missing: ['EventCallbackUrl'] } });
  expect(await conversations()).toMatchObject({ level: 'error', facts: { missing: ['Filters'] } });
});

it("is an error where the address is somebody else's, of which neither password nor key is told", async () => {
  await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: OTHERS });
  await at.harness.post(SERVICE_WEBHOOKS, { PostWebhookUrl: OTHERS });
  const findings = [await taskRouter(), await conversations()];
  expect(findings).toMatchObject([
    { level: 'error', facts: { taken: 'EventCallbackUrl' } },
    { level: 'error', facts: { taken: 'PostWebhookUrl' } },
  ]);
  expect(JSON.stringify(findings)).not.toMatch(/pass-word|the-key/);
});

it("is well where somebody else's address stays and the events come by streams, as long as all do", async () => {
  await at.harness.post(WORKSPACE_PATH, { EventCallbackUrl: OTHERS });
  await at.harness.post(SERVICE_WEBHOOKS, { PostWebhookUrl: OTHERS });
  await at.connect({ eventStreams: true, yes: true });
  expect(await taskRouter()).toMatchObject({ level: 'ok', facts: { by: 'stream' } });
  expect(await conversations()).toMatchObject({ level: 'ok', facts: { by: 'stream' } });
  const all = await at.harness.list('/v1/Subscriptions', 'subscriptions');
  for (const { sid } of all) {
    const events = `/v1/Subscriptions/${sid}/SubscribedEvents`;
    const [first] = (await at.harness.list(events, 'types')) as unknown as [{ type: string }];
    await at.harness.send('DELETE', `${events}/${first.type}`);
  }
  expect((await taskRouter()).level).toBe('error');
  expect((await conversations()).level).toBe('error');
});

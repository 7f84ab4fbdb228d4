import { cutOff } from '../cut-off';
import { Harness, taskPath } from './harness';

let harness: Harness;
beforeEach(async () => {
  harness = await Harness.open();
});
afterEach(() => harness.close());

it('outlives a request that is cut off', async () => {
  const { taskSid } = await harness.start();
  let handled = Promise.resolve();
  await cutOff((request, response) => {
    handled = harness.twilio.handle(request, response);
  }, taskPath(taskSid));
  await expect(handled).resolves.toBeUndefined();
  expect((await harness.task(taskSid)).assignment_status).toBe('reserved');
});

it('refuses a body of more than a mebibyte', async () => {
  const { taskSid } = await harness.start();
  const reply = await harness.post(taskPath(taskSid), { Attributes: 'x'.repeat(1024 * 1024) });
  expect(reply).toMatchObject({ status: 413, body: { code: 20413 } });
});

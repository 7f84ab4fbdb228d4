import { AsyncLocalStorage } from 'node:async_hooks';
import { CloudWatchLogs } from '../../local/cloudwatch-logs';

it('leaves nothing behind that makes each later promise of the process slower', async () => {
  const ended = jest.spyOn(AsyncLocalStorage.prototype, 'disable');
  const logs = new CloudWatchLogs({ now: () => new Date(0) });
  await logs.run('/aws/lambda/pause', 'a-request', () => Promise.resolve());
  logs.close();
  expect(ended).toHaveBeenCalledTimes(1);
});

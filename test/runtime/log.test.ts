import { jsonLog } from '../../lambda/runtime/log';
import { useLogs } from './logs';

const logs = useLogs([]);

it.each(['info', 'warn', 'error'] as const)('a line has its level, message and fields: %s', (level) => {
  jsonLog({ requestId: 'r-1' })[level]('conversation paused', { version: 3 });
  expect(logs()).toEqual([{ level, message: 'conversation paused', requestId: 'r-1', version: 3 }]);
});

it('a message without fields is a line too', () => {
  jsonLog({}).info('swept');
  expect(logs()).toEqual([{ level: 'info', message: 'swept' }]);
});

it('what has several lines is still one', () => {
  jsonLog({}).info('first\nsecond', { detail: 'a\r\nb\u2028c' });
  expect(logs()).toEqual([{ level: 'info', message: 'first\nsecond', detail: 'a\r\nb\u2028c' }]);
});

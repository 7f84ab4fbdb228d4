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

describe('LOG_LEVEL', () => {
  afterEach(() => delete process.env.LOG_LEVEL);

  it.each([
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
  ])('%s has these written: %j', (level, written) => {
    process.env.LOG_LEVEL = level;
    const log = jsonLog({});
    log.info('one');
    log.warn('one');
    log.error('one');
    expect(logs().map((line) => line['level'])).toEqual(written);
  });
});

describe('a run that X-Ray traces', () => {
  const root = 'Root=1-5759e988-bd862e3fe1be46a994272793';
  afterEach(() => delete process.env._X_AMZN_TRACE_ID);

  it.each([
    [`${root};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:2:0`, '1-5759e988-bd862e3fe1be46a994272793'],
    [`${root};Parent=53995c3f42cd8ad8;Sampled=0`, undefined],
    [root, undefined],
  ])('has its trace in each line, and one that is not traced has none: %s', (header, traceId) => {
    process.env._X_AMZN_TRACE_ID = header;
    jsonLog({}).info('swept');
    expect(logs().map((line) => line['traceId'])).toEqual([traceId]);
  });
});

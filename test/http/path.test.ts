import { conversationIn } from '../../lambda/http/path';
import { apiEvent } from './events';
import { sid } from '../doubles/constants';

const inPath = (conversationSid: string) => conversationIn(apiEvent({ pathParameters: { conversationSid } }));

it.each([sid('CH'), `CH${'F'.repeat(32)}`, 'CH0123456789abcdefABCDEF0123456789'])(
  '%s can be a conversation',
  (given) => {
    expect(inPath(given)).toBe(given);
  },
);

it.each([
  '',
  'settings',
  sid('WT'),
  sid('ch'),
  `CH${'g'.repeat(32)}`,
  sid('CH').slice(0, -1),
  `${sid('CH')}a`,
  `${sid('CH')}\n`,
  ` ${sid('CH')}`,
])('%j can be none', (given) => {
  expect(inPath(given)).toBeUndefined();
});

it('is none where the path has none', () => {
  expect(conversationIn(apiEvent())).toBeUndefined();
  expect(conversationIn(apiEvent({ pathParameters: {} }))).toBeUndefined();
});

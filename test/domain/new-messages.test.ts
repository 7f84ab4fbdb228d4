import { newestOfCustomer } from '../../lambda/domain/messages';
import { sid } from '../doubles/constants';
import { PAUSE_ON } from '../doubles/deps';
import { active, left, paused } from '../doubles/records';

const message = (index: number, author = 'carol') => ({ index, author, participantSid: sid('MB') });

describe("the customer's newest message that is news", () => {
  it.each([
    ['paused', paused()],
    ['left', left()],
  ])('is the one with the highest index, of a conversation that is %s', (_, record) => {
    expect(newestOfCustomer([message(3), message(5), message(4)], record, PAUSE_ON)).toBe(5);
  });

  it('may be the very first of the conversation', () => {
    expect(newestOfCustomer([message(0)], paused(), PAUSE_ON)).toBe(0);
  });

  it.each([6, 7])('is none of index %i where those up to 7 were read', (index) => {
    const record = { ...paused(), lastMessageIndex: 7 };
    expect(newestOfCustomer([message(index)], record, PAUSE_ON)).toBeUndefined();
  });

  it("is none of the agent's, also where it came last", () => {
    expect(newestOfCustomer([message(3), message(4, 'alice')], paused(), PAUSE_ON)).toBe(3);
  });

  it.each([
    ['that nobody has put aside', active()],
    ['of which nothing is known', undefined],
  ])('is none of a conversation %s', (_, record) => {
    expect(newestOfCustomer([message(3)], record, PAUSE_ON)).toBeUndefined();
  });
});

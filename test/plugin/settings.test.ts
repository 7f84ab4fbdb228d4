import { Problem } from '../../desk/api/problem';
import { noticesOf } from '../../plugin/notices';
import { apiWithTokenOf, userOf } from '../../plugin/session';
import { settingsOf } from '../../plugin/settings';
import { conversationSidOf, customerNameOf, taskInHand } from '../../plugin/task';
import { CONVERSATION, FlexStub, task, WORKER } from './flex-stub';

const withSettings = (leavePause: unknown) =>
  settingsOf(new FlexStub({ serviceConfiguration: { ui_attributes: { leavePause } } }).manager);

describe('settings', () => {
  it.each([
    [{ apiUrl: 'https://api.example.com/' }, { apiUrl: 'https://api.example.com', deskUrl: null }],
    [
      { apiUrl: 'https://api.example.com', deskUrl: 'https://desk.example.com' },
      { apiUrl: 'https://api.example.com', deskUrl: 'https://desk.example.com' },
    ],
    [{ apiUrl: 'http://localhost:3000' }, { apiUrl: 'http://localhost:3000', deskUrl: null }],
  ])('%j are taken', (given, settings) => {
    expect(withSettings(given)).toEqual(settings);
  });

  it.each([
    [undefined, /apiUrl is not set/],
    [{}, /apiUrl is not set/],
    [{ apiUrl: 'http://api.example.com' }, /must be https/],
    [{ apiUrl: 'api.example.com' }, /must be https/],
    [{ apiUrl: 7 }, /must be https/],
    [{ apiUrl: 'https://api.example.com', deskUrl: 'javascript:alert(1)' }, /must be https/],
  ])('%j are refused in a sentence', (given, sentence) => {
    expect(withSettings(given)).toMatch(sentence);
  });

  it('may be missing altogether', () => {
    expect(settingsOf(new FlexStub({ serviceConfiguration: {} }).manager)).toMatch(/not set/);
  });
});

describe('who is signed in', () => {
  it('is the worker, with the roles that mean something here', () => {
    const user = { identity: 'ada', roles: ['admin', 'wfo.full_access'], token: 't' };
    expect(userOf(new FlexStub({ user }).manager)).toEqual({
      workerSid: WORKER,
      name: 'Alice',
      roles: ['admin'],
    });
    expect(userOf(new FlexStub({ user, workerClient: undefined }).manager)).toMatchObject({
      workerSid: null,
      name: 'ada',
    });
  });

  it('is told to the API by the token that Flex has at that moment', async () => {
    const user = { identity: 'alice', roles: ['agent'], token: 'token-1' };
    const { manager } = new FlexStub({ user });
    const sent: [string, unknown][] = [];
    const api = apiWithTokenOf(manager, 'https://api.example.com', async (input, init) => {
      sent.push([input as string, (init?.headers as Record<string, string>)['authorization']]);
      return new Response('{}', { headers: { 'content-type': 'application/json' } });
    });
    await api.settings();
    user.token = 'token-2';
    await api.complete(CONVERSATION);
    expect(sent).toEqual([
      ['https://api.example.com/settings', 'Bearer token-1'],
      [`https://api.example.com/conversations/${CONVERSATION}/complete`, 'Bearer token-2'],
    ]);
  });
});

describe('notices', () => {
  it('are registered with their templates, and take away none of Flex’s', () => {
    const stub = new FlexStub();
    noticesOf(stub.flex, stub.manager);
    expect(stub.manager.strings).toMatchObject({ IncomingTask: 'A task', LeavePauseRefused: '{{sentence}}' });
    for (const { id, content } of stub.registered)
      expect(stub.manager.strings).toHaveProperty([content ?? id]);
    expect(stub.registered).toHaveLength(3);
  });

  it('say what was refused', () => {
    const stub = new FlexStub();
    noticesOf(stub.flex, stub.manager).refused(new Problem('option-off', 403));
    expect(stub.shown).toEqual([
      { id: 'LeavePauseRefused', context: { sentence: expect.stringMatching(/turned off/) as string } },
    ]);
  });
});

describe('a task of Flex', () => {
  it('has a conversation where an interaction is behind it', () => {
    expect(conversationSidOf(task())).toBe(CONVERSATION);
    expect(conversationSidOf({ attributes: { conversationSid: CONVERSATION } })).toBeNull();
    expect(conversationSidOf({ attributes: { call_sid: 'CA1' } })).toBeNull();
  });

  it('tells the customer’s name, where it is known', () => {
    expect(customerNameOf(task())).toBe('Grace');
    expect(customerNameOf({ attributes: { name: 'Hopper' } })).toBe('Hopper');
    expect(customerNameOf({ attributes: {} })).toBe('Customer');
  });

  it('is in hand from the offer to the end of its wrap-up', () => {
    const statusOf = (status: ReturnType<typeof task>['status']) => taskInHand(task({ status }), WORKER);
    expect(statusOf('pending')).toMatchObject({ status: 'reserved', workerSid: null });
    expect(statusOf('accepted')).toMatchObject({ status: 'assigned', workerSid: WORKER });
    expect(statusOf('wrapping')).toMatchObject({ status: 'wrapping', workerSid: WORKER });
    expect(statusOf('completed')).toBeUndefined();
  });
});

import { listenForSignIn, READY, SIGN_IN, type SignIn } from '../../desk/shell/token';
import { routeOf, type View, viewsFor } from '../../desk/shell/views';
import { ADA, ALICE, DEE } from './conversations';

const FLEX = 'https://flex.twilio.com';
const GOOD = {
  type: SIGN_IN,
  token: 'token-of-alice',
  user: { workerSid: 'WK1', name: 'Alice', roles: ['agent'] },
};

/** A page that was opened by another one, and what it has heard. */
function opened(hasOpener = true) {
  const listeners = new Set<(event: MessageEvent) => void>();
  const posted: [unknown, string][] = [];
  const opener = { postMessage: (message: unknown, origin: string) => void posted.push([message, origin]) };
  const signIns: SignIn[] = [];
  const end = listenForSignIn(
    {
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
    },
    hasOpener ? opener : null,
    [FLEX],
    (signIn) => signIns.push(signIn),
  );
  const hear = (data: unknown, origin = FLEX, source: unknown = opener): void => {
    for (const listener of listeners) listener({ data, origin, source } as MessageEvent);
  };
  return { posted, signIns, end, hear };
}

describe('who opened the desk', () => {
  it('is told that it is ready, at no other origin than those that are allowed', () => {
    expect(opened().posted).toEqual([[{ type: READY }, FLEX]]);
  });

  it('signs somebody in, and renews the token', () => {
    const { hear, signIns } = opened();
    hear(GOOD);
    hear({ ...GOOD, token: 'newer' });
    expect(signIns).toEqual([
      { token: 'token-of-alice', user: { workerSid: 'WK1', name: 'Alice', roles: ['agent'] } },
      { token: 'newer', user: { workerSid: 'WK1', name: 'Alice', roles: ['agent'] } },
    ]);
  });

  it.each([
    ['another origin', GOOD, 'https://flex.twilio.com.example.com', undefined],
    ['another window of that origin', GOOD, FLEX, {}],
    ['no token', { ...GOOD, token: '' }, FLEX, undefined],
    ['another message', { ...GOOD, type: 'hello' }, FLEX, undefined],
    ['no object', 'token', FLEX, undefined],
    ['nothing', null, FLEX, undefined],
  ])('%s signs nobody in', (_, data, origin, source) => {
    const { hear, signIns } = opened();
    hear(data, origin, source);
    expect(signIns).toEqual([]);
  });

  it('is no role that the desk does not know, and no worker that is not said', () => {
    const { hear, signIns } = opened();
    hear({ ...GOOD, user: { name: 7, roles: ['owner', 'admin'] } });
    expect(signIns[0]?.user).toEqual({ workerSid: null, name: '', roles: ['admin'] });
  });

  it('is nobody where the page was opened by itself, or has ended', () => {
    const alone = opened(false);
    alone.hear(GOOD, FLEX, null);
    const ended = opened();
    ended.end();
    ended.hear(GOOD);
    expect([...alone.signIns, ...ended.signIns]).toEqual([]);
  });
});

describe('views', () => {
  const view = (path: string, role: View['role']): View => ({
    path,
    title: path,
    role,
    component: () => null,
  });
  const VIEWS = [view('tasks', 'agent'), view('board', 'supervisor'), view('settings', 'admin')];

  it('are those of the role, and of tasks only where somebody takes any', () => {
    const paths = [ALICE, DEE, ADA].map((user) => viewsFor(VIEWS, user).map(({ path }) => path));
    expect(paths).toEqual([['tasks'], ['tasks', 'board'], ['board', 'settings']]);
  });

  it.each([
    ['#/tasks/CH1', 'tasks', 'CH1'],
    ['#/board', 'board', ''],
    ['', 'tasks', ''],
    ['#/nowhere/CH1', 'tasks', ''],
    ['#/tasks/%E0%A4%A', 'tasks', '%E0%A4%A'],
  ])('%s', (hash, path, rest) => {
    const route = routeOf(hash, VIEWS);
    expect([route.view?.path, route.rest]).toEqual([path, rest]);
  });
});

import { apiOf } from '../../desk/api/client';
import { httpOf } from '../../desk/api/http';
import { firstPages } from '../../desk/api/pages';
import { Problem } from '../../desk/api/problem';
import { type ConversationList } from '../../desk/api/types';
import { standInOf } from '../../desk/stand-in/client';

const SID = `CH${'a'.repeat(32)}`;

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** A fetch that gives these answers one after the other, the last one again and again. */
function answering(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({
      url: String(url),
      method: init.method ?? 'GET',
      headers: init.headers as Record<string, string>,
      body,
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer.clone();
  };
  return { sent, http: httpOf({ baseUrl: 'https://api.example', token: 'token-of-alice', fetch }) };
}

const json = (body: unknown, init: ResponseInit = {}): Response => Response.json(body, init);

describe('what is asked for', () => {
  it('is asked for by ETag once it is known, and the very same object when it has not changed', async () => {
    const { sent, http } = answering(
      json({ conversations: [] }, { headers: { etag: '"one"' } }),
      new Response(null, { status: 304 }),
      json({ conversations: [{}] }, { headers: { etag: '"two"' } }),
      new Response(null, { status: 304 }),
    );
    const api = apiOf(http);
    const first = await api.paused();
    expect(await api.paused()).toBe(first);
    const changed = await api.paused();
    expect(changed.conversations).toHaveLength(1);
    expect(await api.paused()).toBe(changed);
    expect(sent.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"one"',
      '"one"',
      '"two"',
    ]);
    expect(sent[0]).toMatchObject({
      url: 'https://api.example/paused',
      headers: { authorization: 'Bearer token-of-alice' },
    });
  });

  it('has an ETag of its own for each address', async () => {
    const { sent, http } = answering(json({}, { headers: { etag: '"one"' } }));
    const api = apiOf(http);
    await api.paused({ worker: 'all', mark: 'overdue', limit: 100 });
    await api.paused({ worker: 'all', cursor: 'a+b/c=' });
    expect(sent.map(({ url }) => url)).toEqual([
      'https://api.example/paused?worker=all&mark=overdue&limit=100',
      'https://api.example/paused?worker=all&cursor=a%2Bb%2Fc%3D',
    ]);
    expect(sent[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('is still known after a failure of the same address', async () => {
    const { sent, http } = answering(
      json({}, { headers: { etag: '"one"' } }),
      json({ code: 'not-found' }, { status: 404 }),
      json({}),
    );
    await http.get('/a');
    await expect(http.get('/a')).rejects.toThrow(Problem);
    await http.get('/a');
    expect(sent[2]?.headers['if-none-match']).toBe('"one"');
  });

  it('is kept for the 200 addresses that were asked last', async () => {
    const { sent, http } = answering(json({}, { headers: { etag: '"one"' } }));
    for (let n = 0; n <= 200; n++) await http.get(`/${n}`);
    await http.get('/0');
    await http.get('/200');
    expect(sent.slice(-2).map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"']);
  });
});

describe('a command', () => {
  it('says whether it is done or on its way', async () => {
    const done = apiOf(answering(json({ conversationSid: SID })).http);
    const onItsWay = apiOf(answering(json({ conversationSid: SID }, { status: 202 })).http);
    expect(await done.end(SID)).toEqual({ conversation: { conversationSid: SID }, onItsWay: false });
    expect(await onItsWay.end(SID)).toMatchObject({ onItsWay: true });
  });

  it.each([
    [
      'pause',
      (api: ReturnType<typeof apiOf>) => api.pause(SID, { note: 'n', seenIndex: 3 }),
      'POST',
      'pause',
    ],
    ['leave', (api: ReturnType<typeof apiOf>) => api.leave(SID, {}), 'POST', 'leave'],
    ['complete', (api: ReturnType<typeof apiOf>) => api.complete(SID), 'POST', 'complete'],
    ['resume', (api: ReturnType<typeof apiOf>) => api.resume(SID), 'POST', 'resume'],
    ['end', (api: ReturnType<typeof apiOf>) => api.end(SID), 'POST', 'end'],
    ['reassign', (api: ReturnType<typeof apiOf>) => api.reassign(SID, {}), 'POST', 'reassign'],
    ['changePause', (api: ReturnType<typeof apiOf>) => api.changePause(SID, {}), 'PATCH', 'pause'],
  ])('%s goes to its route', async (_, act, method, what) => {
    const { sent, http } = answering(json({}));
    await act(apiOf(http));
    expect(sent[0]).toMatchObject({ method, url: `https://api.example/conversations/${SID}/${what}` });
    expect(sent[0]?.body).toEqual(_ === 'pause' ? { note: 'n', seenIndex: 3 } : {});
  });

  it('saves settings over the version that was read', async () => {
    const { sent, http } = answering(json({ version: 4 }));
    await apiOf(http).putSettings({} as never, 3);
    expect(sent[0]).toMatchObject({ method: 'PUT', headers: { 'if-match': '3' } });
  });

  it('cannot be led to another route by what stands for a conversation', async () => {
    const { sent, http } = answering(json({}));
    await apiOf(http).end('../settings?');
    expect(sent[0]?.url).toBe('https://api.example/conversations/..%2Fsettings%3F/end');
  });
});

describe('a problem', () => {
  const problemOf = async (answer: Response | Error): Promise<Problem> => {
    const thrown: unknown = await apiOf(answering(answer).http)
      .end(SID)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    if (!(thrown instanceof Problem)) throw new Error('nothing was refused');
    return thrown;
  };

  it('has the code of the API and its facts', async () => {
    const refused = json({ code: 'wrong-state', status: 409, channelState: 'pause' }, { status: 409 });
    expect(await problemOf(refused)).toMatchObject({
      code: 'wrong-state',
      status: 409,
      facts: { channelState: 'pause' },
      passes: false,
    });
  });

  it.each([
    ['the gateway has refused', json({ message: 'Too Many Requests' }, { status: 429 }), 429],
    ['something else is at this address', new Response('<html>', { status: 502 }), 502],
    ['a code is not known here', json({ code: 'constructor' }, { status: 500 }), 500],
  ])('is unknown where %s', async (_, answer, status) => {
    expect(await problemOf(answer)).toMatchObject({ code: 'unknown', status, passes: true });
  });

  it('is that there is no connection where nobody answers, or not to the end', async () => {
    const cut = new Response('{"conversationSid": "CH', { status: 200 });
    expect(await problemOf(new TypeError('fetch failed'))).toMatchObject({
      code: 'no-connection',
      passes: true,
    });
    expect(await problemOf(cut)).toMatchObject({ code: 'no-connection' });
  });
});

describe('pages of a list', () => {
  const PAGES: Record<string, ConversationList> = {
    first: { conversations: [{ conversationSid: '1' }] as never, next: 'second' },
    second: { conversations: [{ conversationSid: '2' }] as never, next: 'third' },
    third: { conversations: [{ conversationSid: '3' }] as never },
  };
  const page = async (cursor = 'first'): Promise<ConversationList> => PAGES[cursor]!;
  const sids = ({ conversations }: ConversationList): string[] =>
    conversations.map(({ conversationSid }) => conversationSid);

  it('are put together, as many as are asked for', async () => {
    const two = await firstPages(page, 2);
    expect(sids(two)).toEqual(['1', '2']);
    expect(two.next).toBe('third');
  });

  it('are no more than there are', async () => {
    const all = await firstPages(page, 10);
    expect(sids(all)).toEqual(['1', '2', '3']);
    expect(all.next).toBeUndefined();
  });

  it('that are one page are that page itself', async () => {
    expect(await firstPages(page, 1)).toBe(PAGES.first);
  });
});

it('what people do in the stand-in goes to the routes under /local', async () => {
  const { sent, http } = answering(
    json({ now: '2026-03-02T09:00:00.000Z', conversationSid: SID, taskSid: 'WT1' }),
  );
  const standIn = standInOf(http);
  await standIn.startConversation('web', '');
  await standIn.startConversation('sms', 'Kim');
  await standIn.write(SID, 'customer', '<b>hello</b>');
  await standIn.accept('WT1');
  await standIn.complete('WT1');
  await standIn.changeAvailability('WK1', false);
  expect(await standIn.advance('PT1H')).toBe('2026-03-02T09:00:00.000Z');
  expect(sent.map(({ url, body }) => [url.replace('https://api.example', ''), body])).toEqual([
    ['/local/conversations', { channelType: 'web' }],
    ['/local/conversations', { channelType: 'sms', customerName: 'Kim' }],
    [`/local/conversations/${SID}/messages`, { from: 'customer', body: '<b>hello</b>' }],
    ['/local/tasks/WT1/accept', {}],
    ['/local/tasks/WT1/complete', {}],
    ['/local/agents/WK1', { available: false }],
    ['/local/clock', { advance: 'PT1H' }],
  ]);
});

it('what goes on in the stand-in is read on from where one was', async () => {
  const { sent, http } = answering(json([]));
  const standIn = standInOf(http);
  await standIn.events();
  await standIn.events('E/1');
  await standIn.webhooks('W1');
  expect(sent.map(({ url }) => url.replace('https://api.example', ''))).toEqual([
    '/local/events',
    '/local/events?after=E%2F1',
    '/local/webhooks?after=W1',
  ]);
});

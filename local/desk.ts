import { createHash } from 'node:crypto';
import { type IncomingMessage, type RequestListener } from 'node:http';
import { type Desk, type DeskFile } from '../desk/build';
import { ASK_EACH_TIME, contentSecurityPolicy, KEEP_FOR_EVER } from '../desk/page-headers';
import { send } from './front';
import { splitTarget } from './front-event';
import { type HttpReply } from './front-reply';

const SECURITY_HEADERS = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/**
 * Answers for the desk's page at `/` and its files beside it, and hands on every other request.
 * @param demo whether whoever opens it is one of the demo agents, who are those of the built-in Twilio
 */
export function withDesk({ files }: Desk, demo: boolean, others: RequestListener): RequestListener {
  const replies = new Map(
    [...files, ['config.json', configOf(demo)] as const].map(([path, file]) => [`/${path}`, replyOf(file)]),
  );
  replies.set('/', replies.get('/index.html')!);
  return (request, response) => {
    const reply = replies.get(splitTarget(request)[0]);
    if (reply === undefined || !isRead(request)) return others(request, response);
    send(response, isKnownTo(request, reply) ? { ...reply, status: 304, body: '' } : reply);
  };
}

/** The API is at the desk's own address here. */
function configOf(demo: boolean): DeskFile {
  const contents = Buffer.from(JSON.stringify({ apiUrl: '', demo }));
  return { contents, type: 'application/json', immutable: false };
}

function replyOf({ contents, type, immutable }: DeskFile): HttpReply {
  const etag = `"${createHash('sha256').update(contents).digest('base64url')}"`;
  return {
    status: 200,
    headers: {
      ...SECURITY_HEADERS,
      'content-type': type,
      'cache-control': immutable ? KEEP_FOR_EVER : ASK_EACH_TIME,
      etag,
    },
    body: Buffer.from(contents),
  };
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isKnownTo(request: IncomingMessage, { headers }: HttpReply): boolean {
  return request.headers['if-none-match'] === headers['etag'];
}

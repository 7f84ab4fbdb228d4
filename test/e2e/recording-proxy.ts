import { type IncomingMessage } from 'node:http';
import { readBody, serve } from '../../local/http-server';

export type Recorded = { method: string; url: string; headers: IncomingMessage['headers']; body: string };

const OF_THE_CONNECTION = ['host', 'connection', 'content-length'];

/** Hands requests on as they are, and shows each to `see`; those that `fails` names are not handed on. */
export async function recordingProxy(
  behind: string,
  see: (request: Recorded) => void,
  fails: (request: string) => number | 'reset' | undefined,
) {
  return serve((request, response) => {
    void (async () => {
      const body = (await readBody(request, 1_000_000)).toString();
      const { method = '', url = '', headers } = request;
      see({ method, url, headers, body });
      const failure = fails(`${method} ${url}`);
      if (failure === 'reset') return void response.destroy();
      if (failure !== undefined) return void response.writeHead(failure).end('{}');
      const kept = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
      const answer = await fetch(behind + url, {
        method,
        headers: Object.fromEntries(kept) as Record<string, string>,
        ...(method === 'GET' ? {} : { body }),
      });
      const type = answer.headers.get('content-type') ?? 'application/json';
      response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
    })().catch(() => response.destroy());
  });
}

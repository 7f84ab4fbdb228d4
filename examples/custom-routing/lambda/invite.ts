import { fromEnv } from '@aws-sdk/credential-provider-env';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { InviteRequest } from './choose-routing';

/** API Gateway gives up after 30 s. */
const LONGEST_ANSWER_MILLISECONDS = 30_000;

/** The API did not take the request. `code`: of the problem it answers with; absent where it answers something else. */
export class InviteRefused extends Error {
  override readonly name = 'InviteRefused';
  constructor(
    readonly status: number,
    readonly code: string | undefined,
  ) {
    super(`The invite was answered with ${status} ${code ?? ''}`.trim());
  }
}

/**
 * Has a task made for a conversation that waits for one.
 * @param apiUrl base of the API, without a slash at its end
 * @returns `too-late` where there is a task by now, the conversation has ended, or is left again
 * @throws InviteRefused for any other refusal: an outage (503), or a mistake of ours
 */
export async function invite(
  apiUrl: string,
  region: string,
  conversationSid: string,
  request: InviteRequest,
): Promise<'invited' | 'too-late'> {
  const url = new URL(`${apiUrl}/service/conversations/${conversationSid}/invite`);
  const body = JSON.stringify(request);
  const response = await fetch(url, {
    method: 'POST',
    headers: await signedHeaders(url, region, body),
    body,
    signal: AbortSignal.timeout(LONGEST_ANSWER_MILLISECONDS),
  });
  if (response.ok) return 'invited';
  const code = await codeOf(response);
  if (code === 'wrong-state') return 'too-late';
  throw new InviteRefused(response.status, code);
}

/** Signed with the credentials that Lambda gives its function as variables. */
async function signedHeaders(url: URL, region: string, body: string): Promise<Record<string, string>> {
  const signer = new SignatureV4({
    service: 'execute-api',
    region,
    credentials: fromEnv(),
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'content-type': 'application/json' },
    body,
  });
  return headers;
}

async function codeOf(response: Response): Promise<string | undefined> {
  if (response.headers.get('content-type') !== 'application/problem+json') return undefined;
  return ((await response.json()) as { code: string }).code;
}

/** The API's codes. */
export const API_CODES = [
  'invalid-request',
  'not-authenticated',
  'not-authorized',
  'option-off',
  'channel-not-eligible',
  'not-found',
  'wrong-state',
  'at-capacity',
  'customer-replied',
  'pause-limit',
  'conversation-timer',
  'changed-meanwhile',
  'version-mismatch',
  'too-large',
  'twilio-unavailable',
  'unavailable',
] as const;

/** `no-connection`: nobody answers. `unknown`: an answer that is not the API's own, such as the gateway's. */
export type ProblemCode = (typeof API_CODES)[number] | 'no-connection' | 'unknown';

/** What the API has refused, or why there is no answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  /** @param detail what is wrong with the request, in the API's words */
  constructor(
    readonly code: ProblemCode,
    readonly status: number | null,
    readonly facts: { readonly detail?: string; readonly channelState?: string } = {},
    options?: ErrorOptions,
  ) {
    super(facts.detail ?? code, options);
  }

  /** Whether the same may go well a little later, without anybody doing something else. */
  get passes(): boolean {
    return this.status === null || this.status >= 500 || this.status === 429;
  }
}

/** The problem that an answer tells. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const { code, detail, title, channelState } = (body ?? {}) as Record<string, unknown>;
  const known = API_CODES.find((each) => each === code);
  if (!known)
    return new Problem('unknown', response.status, typeof title === 'string' ? { detail: title } : {});
  return new Problem(known, response.status, {
    ...(typeof detail === 'string' && { detail }),
    ...(typeof channelState === 'string' && { channelState }),
  });
}

/** What was thrown, as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('unknown', null, {}, { cause: error });
}

import { TwilioError, type TwilioErrorKind } from '../../actions/ports';

/** The conversation is closed. Source: Twilio, error 45354. */
const CONVERSATION_CLOSED = 45354;

/** Makes a call, and tells what its failure means. Answers that are no JSON, or lack what they should have, are unknown. */
export async function told<T>(operation: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof TwilioError) throw error;
    const { status, code } = error as { status?: unknown; code?: unknown };
    const known = typeof status === 'number' ? status : undefined;
    const twilioCode = typeof code === 'number' ? code : undefined;
    throw new TwilioError(operation, kindOf(known, twilioCode), known, twilioCode, { cause: error });
  }
}

/** As `told`, with undefined in place of a 404. */
export async function toldOrAbsent<T>(operation: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await told(operation, call);
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

/** A write can fail inside a 2xx: by `error_code`, or by the status `failed`. */
export function refuseErrorInside(operation: string, statusCode: number, body: string): void {
  const { error_code: inside, status } = parsedOrEmpty(body);
  const code = Number(inside ?? 0);
  if (code === 0 && status !== 'failed') return;
  throw new TwilioError(operation, code === CONVERSATION_CLOSED ? 'closed' : 'unavailable', statusCode, code);
}

function parsedOrEmpty(body: string): { error_code?: unknown; status?: unknown } {
  try {
    return (JSON.parse(body) ?? {}) as object;
  } catch {
    return {};
  }
}

function kindOf(status: number | undefined, code: number | undefined): TwilioErrorKind {
  if (code === CONVERSATION_CLOSED) return 'closed';
  if (status === undefined || status < 400 || status >= 500) return 'unavailable';
  switch (status) {
    case 401:
    case 403:
      return 'credentials';
    case 404:
      return 'not-found';
    case 408:
    case 409:
    case 412:
    case 429:
      return 'unavailable';
    default:
      return 'refused';
  }
}

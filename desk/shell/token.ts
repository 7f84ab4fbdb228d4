import { type Role, type User } from '../conversations/workplace';

/** Who is signed in, and by what. */
export interface SignIn {
  readonly token: string;
  readonly user: User;
}

/** What the desk says to who has opened it, and what it wants to hear. */
export const READY = 'leave-pause-desk-ready';
export const SIGN_IN = 'leave-pause-desk-sign-in';

interface Opener {
  postMessage(message: unknown, targetOrigin: string): void;
}

interface Page {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const ROLES: readonly Role[] = ['agent', 'supervisor', 'admin'];

/**
 * Signs in whoever the Flex plugin says, which has opened this page: the token comes in a message and never in an
 * address, where it would be kept in histories and logs. What comes from any other origin, or not from the opener, is
 * not looked at. A token is renewed by another message. Roles and name only decide what is shown: the API checks the
 * token.
 *
 * @returns ends it
 */
export function listenForSignIn(
  page: Page,
  opener: Opener | null,
  origins: readonly string[],
  onSignIn: (signIn: SignIn) => void,
): () => void {
  const listener = ({ origin, source, data }: MessageEvent): void => {
    if (!opener || source !== (opener as unknown) || !origins.includes(origin)) return;
    const signIn = signInOf(data);
    if (signIn) onSignIn(signIn);
  };
  page.addEventListener('message', listener);
  for (const origin of origins) opener?.postMessage({ type: READY }, origin);
  return () => page.removeEventListener('message', listener);
}

function signInOf(data: unknown): SignIn | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, token, user } = data as Record<string, unknown>;
  if (type !== SIGN_IN || typeof token !== 'string' || token === '') return undefined;
  const { workerSid, name, roles } = (typeof user === 'object' && user !== null ? user : {}) as Record<
    string,
    unknown
  >;
  return {
    token,
    user: {
      workerSid: typeof workerSid === 'string' ? workerSid : null,
      name: typeof name === 'string' ? name : '',
      roles: ROLES.filter((role) => Array.isArray(roles) && roles.includes(role)),
    },
  };
}

import { type Api, apiOf } from '../desk/api/client';
import { httpOf } from '../desk/api/http';
import { type Role, type User } from '../desk/conversations/workplace';
import { type Manager } from './flex-ui';

const ROLES: readonly Role[] = ['agent', 'supervisor', 'admin'];

/** Who is signed in to Flex. */
export function userOf({ user, workerClient }: Manager): User {
  return {
    workerSid: workerClient?.sid ?? null,
    name: workerClient?.name ?? user.identity,
    roles: ROLES.filter((role) => user.roles.includes(role)),
  };
}

/** The API with the token that Flex has when it is asked: Flex renews it from time to time. */
export function apiWithTokenOf(manager: Manager, apiUrl: string, send: typeof fetch): Api {
  const signed: typeof fetch = (input, init) =>
    send(input, {
      ...init,
      headers: {
        ...(init?.headers as Record<string, string>),
        authorization: `Bearer ${manager.user.token}`,
      },
    });
  return apiOf(httpOf({ baseUrl: apiUrl, fetch: signed }));
}

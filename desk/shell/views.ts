import { type ComponentType } from 'react';
import { isSupervisor, type Role, type User } from '../conversations/workplace';

/** A page of the desk. */
export interface View {
  /** After "#/" in the address */
  readonly path: string;
  readonly title: string;
  /** Who sees it: a supervisor sees what agents see, an administrator everything; what agents see only who takes tasks. */
  readonly role: Role;
  readonly component: ComponentType<ViewProps>;
}

export interface ViewProps {
  /** What follows the view's path in the address; "": nothing */
  readonly rest: string;
  /** Goes to another place of this view, or to another view by its whole path. */
  readonly go: (path: string) => void;
}

/** The views that somebody sees, in their order. */
export function viewsFor(views: readonly View[], user: User): View[] {
  return views.filter(({ role }) => {
    if (role === 'admin') return user.roles.includes('admin');
    if (role === 'supervisor') return isSupervisor(user);
    return user.workerSid !== null;
  });
}

/** Which view an address means: "#/tasks/CH…". The first one for an address that means none. */
export function routeOf(hash: string, views: readonly View[]): { view: View | undefined; rest: string } {
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
  const view = views.find((each) => each.path === path);
  return view ? { view, rest: rest.map(decode).join('/') } : { view: views[0], rest: '' };
}

/** The conversation that an address is about, in whatever view; null: none */
export function conversationOf(hash: string): string | null {
  return /CH[0-9a-f]{32}/.exec(hash)?.[0] ?? null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

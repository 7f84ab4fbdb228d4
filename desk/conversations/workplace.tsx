import { createContext, type PropsWithChildren, useContext } from 'react';
import { type Api } from '../api/client';
import { type Place } from '../time/words';

export type Role = 'agent' | 'supervisor' | 'admin';

/** Who is signed in. */
export interface User {
  /** null: no worker, such as an administrator who takes no tasks */
  readonly workerSid: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What the components know of where they are. */
export interface Workplace {
  readonly api: Api;
  readonly user: User;
  readonly place: Place;
  /** null: not known here */
  readonly nameOf: (workerSid: string) => string | null;
}

const WorkplaceContext = createContext<Workplace | null>(null);

export function WorkplaceProvider({ workplace, children }: PropsWithChildren<{ workplace: Workplace }>) {
  return <WorkplaceContext.Provider value={workplace}>{children}</WorkplaceContext.Provider>;
}

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('there is no WorkplaceProvider around this component');
  return workplace;
}

/** An administrator may do all that a supervisor may. */
export function isSupervisor({ roles }: User): boolean {
  return roles.includes('supervisor') || roles.includes('admin');
}

import { createContext, type PropsWithChildren, useContext } from 'react';
import { type StandIn } from './client';

const StandInContext = createContext<StandIn | null>(null);

export function StandInProvider({ standIn, children }: PropsWithChildren<{ standIn: StandIn | null }>) {
  return <StandInContext.Provider value={standIn}>{children}</StandInContext.Provider>;
}

/** null: on AWS, where tasks and messages are Flex's */
export function useStandIn(): StandIn | null {
  return useContext(StandInContext);
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { useLiveContext } from '../live/live';

export interface Command<Name extends string> {
  /** The one whose call runs now */
  readonly running: Name | null;
  /** Why the last one was refused */
  readonly problem: Problem | null;
  readonly dismiss: () => void;
  /**
   * One after the other: while one runs, another is not begun.
   * @returns what was answered; undefined when it was refused or not begun
   */
  readonly run: <T>(name: Name, call: () => Promise<T>) => Promise<T | undefined>;
}

/** Carries out what somebody clicks, and lets all that polls look for its consequences. */
export function useCommand<Name extends string>(): Command<Name> {
  const { pulse } = useLiveContext();
  const [running, setRunning] = useState<Name | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(
    async <T>(name: Name, call: () => Promise<T>): Promise<T | undefined> => {
      if (busy.current) return undefined;
      busy.current = true;
      setRunning(name);
      setProblem(null);
      try {
        return await call();
      } catch (error) {
        if (mounted.current) setProblem(asProblem(error));
        return undefined;
      } finally {
        busy.current = false;
        if (mounted.current) setRunning(null);
        pulse.hurry();
      }
    },
    [pulse],
  );
  const dismiss = useCallback(() => setProblem(null), []);
  return { running, problem, dismiss, run };
}

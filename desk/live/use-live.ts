import { useCallback, useEffect, useRef, useState } from 'react';
import { type Problem } from '../api/problem';
import { useLiveContext } from './live';
import { Poller } from './poller';

export interface LiveValue<T> {
  /** What was heard last; undefined before the first answer. */
  readonly value: T | undefined;
  /** Why there is no newer one; null when the last question was answered. */
  readonly problem: Problem | null;
  /** Shows what a command has answered, until the next answer. */
  readonly put: (value: T) => void;
}

const STEADY = (): boolean => false;

/**
 * Something of the API, kept up to date.
 *
 * @param load       null: nothing to ask for. Another function is another question: what was heard is forgotten then.
 * @param isChanging whether it is going to change soon by itself, and is asked for quickly
 */
export function useLive<T>(
  load: (() => Promise<T>) | null,
  isChanging: (value: T) => boolean = STEADY,
): LiveValue<T> {
  const { connection, pulse, surroundings } = useLiveContext();
  const [heard, setHeard] = useState<{ readonly from: unknown; value?: T; problem: Problem | null }>();
  const changing = useRef(isChanging);
  changing.current = isChanging;

  useEffect(() => {
    if (!load) return undefined;
    const polling = new Poller<T>({
      load,
      isChanging: (value) => changing.current(value),
      onValue: (value) => {
        connection.answered();
        setHeard((before) =>
          before?.from === load && before.value === value && !before.problem
            ? before
            : { from: load, value, problem: null },
        );
      },
      onProblem: (problem) => {
        connection.failed(problem);
        setHeard((before) => ({ ...(before?.from === load && before), from: load, problem }));
      },
      surroundings,
    });
    const endHurries = pulse.onHurry(() => polling.hurry());
    return () => {
      endHurries();
      polling.end();
    };
  }, [load, connection, pulse, surroundings]);

  const put = useCallback((value: T) => setHeard({ from: load, value, problem: null }), [load]);
  const current = heard?.from === load ? heard : undefined;
  return { value: current?.value, problem: current?.problem ?? null, put };
}

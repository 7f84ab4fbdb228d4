import { useCallback, useEffect, useState } from 'react';
import { type Settings } from '../api/types';
import { changedIn, type Draft, draftOf, onTop } from './draft';
import { type Path } from './fields';
import { type Typed } from './typed';

interface State {
  /** The settings over which was typed */
  readonly base: Settings;
  readonly draft: Draft;
}

export interface Form extends State {
  readonly changed: readonly Path[];
  /** Somebody else has saved since: what is typed cannot be saved before it is decided what holds. */
  readonly isOvertaken: boolean;
  readonly type: (path: Path, typed: Typed) => void;
  /** Begins again from these. */
  readonly restart: (settings: Settings) => void;
  /** What was typed stays, on top of the newest. */
  readonly putOnTop: () => void;
}

/** What is typed, over which settings. Where nothing is typed, it follows the newest. */
export function useForm(newest: Settings): Form {
  const [{ base, draft }, setState] = useState<State>(() => stateOf(newest));
  const changed = changedIn(draft, base);
  const isTyped = changed.length > 0;

  useEffect(() => {
    if (!isTyped) setState((before) => (before.base.version >= newest.version ? before : stateOf(newest)));
  }, [newest, isTyped]);

  const type = useCallback(
    (path: Path, typed: Typed) =>
      setState((before) => ({ ...before, draft: { ...before.draft, [path]: typed } })),
    [],
  );
  const restart = useCallback((settings: Settings) => setState(stateOf(settings)), []);
  const putOnTop = useCallback(
    () => setState((before) => ({ base: newest, draft: onTop(before.draft, before.base, newest) })),
    [newest],
  );
  return {
    base,
    draft,
    changed,
    isOvertaken: isTyped && newest.version !== base.version,
    type,
    restart,
    putOnTop,
  };
}

function stateOf(settings: Settings): State {
  return { base: settings, draft: draftOf(settings) };
}

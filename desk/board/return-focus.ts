import { useCallback, useRef } from 'react';

export interface ReturnFocus {
  /** What has the focus now gets it back. */
  readonly remember: () => void;
  /** Once the page is drawn; where it is gone, `fallback` gets the focus. */
  readonly giveBack: (fallback: HTMLElement | null) => void;
}

/** Focus goes back to the row from which something was opened. */
export function useReturnFocus(): ReturnFocus {
  const before = useRef<Element | null>(null);
  const remember = useCallback(() => {
    before.current = document.activeElement;
  }, []);
  const giveBack = useCallback((fallback: HTMLElement | null) => {
    const target = before.current;
    requestAnimationFrame(() => {
      if (target instanceof HTMLElement && target.isConnected) target.focus();
      else fallback?.focus();
    });
  }, []);
  return { remember, giveBack };
}

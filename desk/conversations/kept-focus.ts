import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Focus that was in `container` goes to `fallback` when what had it has disappeared, as a button does that cannot be
 * used any more, or the row of a conversation that has come back; by itself it would be lost.
 */
export function useKeptFocus(container: RefObject<HTMLElement>, fallback: RefObject<HTMLElement>): void {
  const wasInside = useRef(false);

  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      // A dialog is opened from inside, and gives its focus back to what may be gone by then.
      if (target.closest('[role="dialog"]')) return;
      wasInside.current = container.current?.contains(target) ?? false;
    };
    const forget = ({ target }: MouseEvent): void => {
      if (
        target instanceof Element &&
        !container.current?.contains(target) &&
        !target.closest('[role="dialog"]')
      )
        wasInside.current = false;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('mousedown', forget);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('mousedown', forget);
    };
  }, [container]);

  useLayoutEffect(() => {
    if (wasInside.current && document.activeElement === document.body) fallback.current?.focus();
  });
}

import { useEffect } from 'react';

const QUESTION = 'Some settings are not saved. Leave this page without them?';

/** Asks before what is typed is lost: by a link to another view, or by closing or reloading the page. */
export function useLeaveWarning(isTyped: boolean): void {
  useEffect(() => {
    if (!isTyped) return undefined;
    const unloading = (event: BeforeUnloadEvent): void => event.preventDefault();
    const clicked = (event: MouseEvent): void => {
      const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
      if (link && !window.confirm(QUESTION)) event.preventDefault();
    };
    window.addEventListener('beforeunload', unloading);
    document.addEventListener('click', clicked, true);
    return () => {
      window.removeEventListener('beforeunload', unloading);
      document.removeEventListener('click', clicked, true);
    };
  }, [isTyped]);
}

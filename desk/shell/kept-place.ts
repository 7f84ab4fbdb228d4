import { useCallback, useEffect, useRef } from 'react';

/**
 * Keeps the place of the focus while one page takes the place of another: it goes to what has the same id there, or to
 * what has the id of the nearest around it. By itself it would be lost.
 *
 * @param page changes with the page
 * @returns remembers the place, before the page changes
 */
export function useKeptPlace(page: unknown): () => void {
  const around = useRef<readonly string[]>([]);
  useEffect(() => {
    // Paste's select is there only after a second rendering.
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const again = around.current.map((id) => document.getElementById(id)).find((each) => each !== null);
      again?.focus();
    });
    return () => clearTimeout(timer);
  }, [page]);
  return useCallback(() => {
    around.current = idsAround(document.activeElement);
  }, []);
}

/** From the inside out */
function idsAround(element: Element | null): string[] {
  const ids: string[] = [];
  for (let each = element?.closest('[id]'); each; each = each.parentElement?.closest('[id]'))
    ids.push(each.id);
  return ids;
}

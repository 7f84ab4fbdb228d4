import { useCallback, useState } from 'react';

/** A choice that outlives a change of the person and a reload. @param kept where: in this tab, or in this browser */
export function useKept(kept: Storage, name: string, initially: string): [string, (value: string) => void] {
  const key = `leave-pause-playground-${name}`;
  const [value, setValue] = useState(() => kept.getItem(key) ?? initially);
  const keep = useCallback(
    (next: string) => {
      kept.setItem(key, next);
      setValue(next);
    },
    [kept, key],
  );
  return [value, keep];
}

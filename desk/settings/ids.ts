import { type Path } from './fields';

/** Of the element in which a setting is typed; of a list, of the whole. */
export function idOf(path: Path): string {
  return `setting-${path.replace('.', '-')}`;
}

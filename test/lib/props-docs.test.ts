import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each `readonly name?:` of a file, with what its docstring says. */
function optionalProps(file: string): { name: string; says: string }[] {
  const text = readFileSync(join(__dirname, '../../lib', file), 'utf8');
  const documented = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?readonly (\w+)\?:/g;
  return [...text.matchAll(documented)].map(([, says = '', name = '']) => ({ name, says }));
}

it.each(['leave-and-pause-props.ts', 'leave-and-pause-stack.ts'])(
  'each prop in %s that may be left out says what it is then',
  (file) => {
    const props = optionalProps(file);
    expect(props.length).toBeGreaterThan(0);
    expect(props.filter(({ says }) => !says.includes('@default')).map(({ name }) => name)).toEqual([]);
  },
);

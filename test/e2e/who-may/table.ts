import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Role } from './roles';
import { PLACES, type Place } from './places';

/** What each role hears of a route, about a conversation in this place. */
export interface Row {
  /** As in docs/openapi.yaml, with a query: "GET /paused?worker=all". */
  readonly route: string;
  /** null: the route is about none. */
  readonly place: Place | null;
  /** Statuses; of a role that is not there in this place: none. */
  readonly answers: ReadonlyMap<Role, number>;
}

/** The table of docs/who-may.md. */
export function rows(): Row[] {
  const lines = readFileSync(join(__dirname, '../../../docs/who-may.md'), 'utf8').split('\n');
  const [head = [], , ...body] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
  expect(head).toEqual(['route', 'conversation', ...ROLES]);
  return body.map(([route = '', place = '', ...statuses]) => ({
    route,
    place: PLACES.find((each) => each === place) ?? null,
    answers: new Map(
      ROLES.map((role, index) => [role, Number(statuses[index])] as const).filter(([, status]) => status > 0),
    ),
  }));
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.replaceAll('`', '').trim());
}

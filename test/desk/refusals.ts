import { type DeskPage } from './desk-page';

/** The statuses with which the API has refused what a test meant to be refused: browsers complain of each. */
export function refusals({ complaints }: Pick<DeskPage, 'complaints'>): number[] {
  return complaints.splice(0).map((complaint) => Number(/status of (\d+)/.exec(complaint)?.[1] ?? NaN));
}

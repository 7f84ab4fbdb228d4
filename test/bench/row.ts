/** What was measured, beside what is wanted of it. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  /** "–" where it only stands beside another. */
  readonly aim: string;
}

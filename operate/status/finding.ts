export type Level = 'ok' | 'warn' | 'error';

/** What came of one check. */
export interface Finding {
  readonly check: string;
  readonly level: Level;
  /** In a sentence. */
  readonly what: string;
  /** What to do about it; absent where all is well. */
  readonly do?: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Report {
  /** No finding is an error. */
  readonly ok: boolean;
  /** ISO 8601 UTC, by the product's clock. */
  readonly checkedAt: string;
  readonly findings: readonly Finding[];
}

type Facts = Finding['facts'];

/** What a check finds; its name is the check's. */
export type Found = Omit<Finding, 'check'>;

export const ok = (what: string, facts: Facts = {}): Found => ({ level: 'ok', what, facts });

/** It works, and something should be looked at. */
export const warn = (what: string, todo: string, facts: Facts = {}): Found => {
  return { level: 'warn', what, do: todo, facts };
};

/** Something does not work. */
export const error = (what: string, todo: string, facts: Facts = {}): Found => {
  return { level: 'error', what, do: todo, facts };
};

/** Prefixes of Twilio's identifiers that we take from outside. Source of the form: Twilio's OpenAPI descriptions. */
export type SidPrefix = 'CH' | 'FW' | 'WK' | 'WQ' | 'WR' | 'WT' | 'WW';

export function sidPattern(prefix: SidPrefix): RegExp {
  return new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);
}

export function isSid<P extends SidPrefix>(prefix: P, value: unknown): value is `${P}${string}` {
  return typeof value === 'string' && sidPattern(prefix).test(value);
}

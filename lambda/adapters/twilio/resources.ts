import Domain from 'twilio/lib/base/Domain';
import Version from 'twilio/lib/base/Version';
import type { Transport } from './transport';

/** How many of a list Twilio is asked for at once. */
export const PAGE_SIZE = 100;

/** A version of a Twilio API, as the package's resources take it: hosts and paths are theirs, HTTP is ours. */
export function apiVersion(host: string, transport: Transport): never {
  return new Version(new Domain(transport as never, `https://${host}`), 'v1') as never;
}

/** A value of an answer that must be text; anything else makes the answer unknown. */
export function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`Twilio's answer has no ${what}`);
  return value;
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A date of an answer, in epoch milliseconds, where it has one. */
export function momentOrNull(value: unknown): number | null {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.getTime() : null;
}

/** Attributes come as JSON text in answers, data of events as an object. */
export function parsedAttributes(value: unknown): Readonly<Record<string, unknown>> {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value === '' ? '{}' : value) : (value ?? {});
  if (typeof parsed !== 'object' || parsed === null)
    throw new TypeError("Twilio's answer has no attributes or data");
  return parsed as Record<string, unknown>;
}

/** A value of an answer that must be a number; anything else makes the answer unknown. */
export function count(value: unknown, what: string): number {
  if (typeof value !== 'number') throw new TypeError(`Twilio's answer has no ${what}`);
  return value;
}

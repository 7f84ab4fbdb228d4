import type { App } from 'aws-cdk-lib';
import { ConfigurationError } from './configuration-error';

/** @throws ConfigurationError when it is missing, empty or not text */
export function requiredText(app: App, key: string): string {
  const value = optionalText(app, key);
  if (value === undefined) {
    throw new ConfigurationError(`Set "${key}" in the context of cdk.json, or by -c ${key}=…`);
  }
  return value;
}

/** @throws ConfigurationError when it is not text */
export function optionalText(app: App, key: string): string | undefined {
  const value: unknown = app.node.tryGetContext(key);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new ConfigurationError(`Write the context's "${key}" as a string.`);
  return value;
}

/**
 * A list in `cdk.json`; on the command line, where every value is a string, its items with commas between them.
 * @throws ConfigurationError when it is neither
 */
export function optionalList(app: App, key: string): string[] | undefined {
  const value: unknown = app.node.tryGetContext(key);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((item) => item !== '');
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new ConfigurationError(`Write the context's "${key}" as a list of strings.`);
}

/** @throws ConfigurationError when it is neither true nor false */
export function optionalFlag(app: App, key: string): boolean | undefined {
  const value: unknown = app.node.tryGetContext(key);
  if (value === undefined || value === null || value === '') return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new ConfigurationError(`Write the context's "${key}" as true or false.`);
}

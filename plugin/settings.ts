import { type Manager } from './flex-ui';

/** What an administrator writes under `leavePause` into the attributes of Flex's service configuration. */
export interface PluginSettings {
  /** Address of the API, without a slash at its end */
  readonly apiUrl: string;
  /** Address of the desk, without a slash at its end; null: there is none */
  readonly deskUrl: string | null;
}

/** @returns what is wrong with them, in a sentence, where they cannot be used */
export function settingsOf({ serviceConfiguration }: Manager): PluginSettings | string {
  const given = (serviceConfiguration.ui_attributes?.['leavePause'] ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const apiUrl = addressIn(given['apiUrl']);
  const deskUrl = addressIn(given['deskUrl']);
  if (apiUrl === null) return 'leavePause.apiUrl is not set in the ui_attributes of Flex’s configuration.';
  if (apiUrl === undefined || deskUrl === undefined)
    return 'leavePause.apiUrl and leavePause.deskUrl must be https addresses.';
  return { apiUrl, deskUrl };
}

/** @returns null where nothing is set, undefined where it is no address that a token may be sent to */
function addressIn(value: unknown): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const { protocol, hostname } = new URL(value);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
  return isSafe ? value.replace(/\/+$/, '') : undefined;
}

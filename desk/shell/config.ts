import { Problem, problemOf } from '../api/problem';

/** What is written beside the page where it is served. */
export interface Config {
  /** Address of the API, without a slash at its end; "": the page's own */
  readonly apiUrl: string;
  /** Pages that may open the desk and sign somebody in, such as `https://flex.twilio.com` */
  readonly pluginOrigins: readonly string[];
  /** On one machine: with the stand-in and its demo agents */
  readonly demo: boolean;
}

/** @throws Problem */
export async function readConfig(): Promise<Config> {
  const response = await fetch('config.json', { cache: 'no-store' }).catch((cause: unknown) => {
    throw new Problem('no-connection', null, {}, { cause });
  });
  if (!response.ok) throw await problemOf(response);
  const { apiUrl = '', pluginOrigins = [], demo = false } = (await response.json()) as Partial<Config>;
  return { apiUrl, pluginOrigins, demo };
}

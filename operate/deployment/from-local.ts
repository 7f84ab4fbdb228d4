import { OperatorError } from '../operator-error';
import { deploymentFrom, type Found } from './deployment';

/** The product of `npm start` on this machine. @throws OperatorError: it does not run there */
export async function fromLocal(port: number): Promise<Found> {
  const { outputs, environment } = await ask<
    Pick<Found, 'environment'> & { outputs: Record<string, string> }
  >(port, 'deployment');
  const { now } = await ask<{ now: string }>(port, 'clock');
  return { deployment: deploymentFrom('local', outputs), environment, now: new Date(now) };
}

async function ask<T>(port: number, what: string): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}/local/${what}`).catch(() => undefined);
  if (!response?.ok) throw new OperatorError(`npm start does not run on port ${port} of this machine.`);
  return (await response.json()) as T;
}

import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { OperatorError } from '../operator-error';
import { type Found } from './deployment';
import { fromLocal } from './from-local';
import { fromStack } from './from-stack';

/** Options of both commands: which deployment is meant. */
export const WHICH = {
  stack: { type: 'string' },
  local: { type: 'boolean' },
  port: { type: 'string' },
} as const;

export interface Which {
  readonly stack?: string | undefined;
  readonly local?: boolean | undefined;
  readonly port?: string | undefined;
}

/**
 * The deployment that is meant. What is needed to get at it is put into the environment of this process, before any client
 * is made.
 * @throws OperatorError: none is named, or it is not there
 */
export async function find({ stack, local, port }: Which): Promise<Found> {
  if ((stack === undefined) === !local)
    throw new OperatorError('Name the stack with --stack, or use --local for npm start on this machine.');
  const found = local
    ? await fromLocal(portIn(port ?? process.env['PORT'] ?? '3000'))
    : await fromStack(new CloudFormationClient({}), stack!);
  Object.assign(process.env, found.environment);
  return found;
}

function portIn(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new OperatorError('--port must be a number.');
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as v from 'valibot';
import { jsonOf } from './body';
import { problem } from './problem';
import type { Reply } from './reply';
import { problemsOf, type Schema } from './schemas';

/** The body of a request that is about no conversation, or what is wrong with it. */
export function readBody<Body>(
  event: APIGatewayProxyEventV2,
  schema: Schema<Body>,
): { readonly body: Body } | { readonly refused: Reply } {
  const read = jsonOf(event);
  if (read.kind === 'too-large') return { refused: problem('too-large') };
  if (read.kind === 'not-json') return { refused: invalid('The body is not JSON') };
  const parsed = v.safeParse(schema, read.value);
  return parsed.success ? { body: parsed.output } : { refused: invalid(problemsOf(parsed.issues)) };
}

/** @param detail what is wrong, for people */
export function invalid(detail: string): Reply {
  return problem('invalid-request', { detail });
}

import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { TokenCheck, TokenFacts } from '../actions/ports';
import type { Caller } from '../domain/authority';

/** A token is asked about again after this time. */
const KEPT_MILLISECONDS = 60_000;
const MOST_KEPT = 1_000;

/** Who sends a request: by the Flex token, which Twilio checks. */
export interface Doorkeeper {
  /** @returns undefined without a good token. Throws when Twilio does not tell. */
  caller(event: APIGatewayProxyEventV2, check: TokenCheck): Promise<Caller | undefined>;
}

/** Keeps what Twilio said of good tokens, by their hash, for a minute at most and not beyond their end. */
export function doorkeeper(now: () => number): Doorkeeper {
  const kept = new Map<string, { readonly until: number; readonly caller: Caller }>();
  return {
    async caller({ headers }, check) {
      const token = /^Bearer +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
      if (token === undefined) return undefined;
      const hash = createHash('sha256').update(token).digest('base64');
      const known = kept.get(hash);
      if (known !== undefined && now() < known.until) return known.caller;
      kept.delete(hash);
      const facts = await check(token);
      if (facts === undefined) return undefined;
      if (kept.size >= MOST_KEPT) kept.clear();
      const caller = callerOf(facts);
      kept.set(hash, { until: Math.min(now() + KEPT_MILLISECONDS, facts.expiresAt ?? Infinity), caller });
      return caller;
    },
  };
}

function callerOf({ workerSid, identity, roles }: TokenFacts): Caller {
  const role = roles.includes('admin') ? 'admin' : roles.includes('supervisor') ? 'supervisor' : 'agent';
  return { workerSid, identity, role };
}

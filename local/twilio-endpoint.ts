import { splitTarget } from './front-event';
import { serve } from './http-server';
import { type Observe, observed } from './observe';
import { TwilioStandIn, type TwilioStandInOptions } from './twilio';

export interface BuiltInTwilio {
  readonly url: string;
  /** What people do in it. */
  readonly actor: TwilioStandIn;
  close(): Promise<void>;
}

/** Starts the stand-in for Twilio on a port of its own. */
export async function startTwilio(options: TwilioStandInOptions, observe?: Observe): Promise<BuiltInTwilio> {
  const actor = new TwilioStandIn(options);
  const server = await serve(
    observed(
      observe,
      'twilio',
      (request) => `${request.method} ${splitTarget(request)[0]}`,
      (request, response) => void actor.handle(request, response),
    ),
  );
  return { url: server.url, actor, close: () => server.close() };
}

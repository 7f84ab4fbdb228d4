/** A refusal in Twilio's own form: HTTP status and Twilio's error code. Source: Twilio docs, error and warning dictionary. */
export class TwilioRefusal extends Error {
  override readonly name = 'TwilioRefusal';
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** 404, code 20404. */
export function notFound(path: string): TwilioRefusal {
  return new TwilioRefusal(404, 20404, `The requested resource ${path} was not found`);
}

/** 400, code 20001. */
export function badParameter(message: string): TwilioRefusal {
  return new TwilioRefusal(400, 20001, message);
}

/** 412: somebody changed it since it was read. */
export function preconditionFailed(): TwilioRefusal {
  return new TwilioRefusal(412, 20412, 'The If-Match header does not match the current version');
}

/** 400, code 45354: the conversation is closed, so its interaction channel takes nothing more. */
export function conversationClosed(): TwilioRefusal {
  return new TwilioRefusal(400, 45354, 'The conversation is closed');
}

/**
 * What somebody asked for by the local product's own routes cannot be done.
 * `status`: 404 when there is no such thing, 409 when it is not in a state for this.
 */
export class StandInRefusal extends Error {
  override readonly name = 'StandInRefusal';
  constructor(
    readonly status: 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

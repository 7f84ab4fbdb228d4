import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { cloudEvents } from './event-streams/cloud-event';

/** A request as Twilio sends it. */
export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signed over the URL and all fields. */
export function signedForm(authToken: string, url: string, fields: Record<string, string>): SignedRequest {
  return {
    url,
    headers: {
      'X-Twilio-Signature': getExpectedTwilioSignature(authToken, url, fields),
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
    body: new URLSearchParams(fields).toString(),
  };
}

/** Signed over the URL alone, which has the body's hash in it. Source: Twilio docs, Webhook quickstart of Event Streams. */
export function signedCloudEvent(
  authToken: string,
  destination: string,
  path: string,
  fields: Record<string, string>,
  at: Date,
): SignedRequest {
  const body = cloudEvents(path, fields, at);
  const url = `${destination}${destination.includes('?') ? '&' : '?'}bodySHA256=${getExpectedBodyHash(body)}`;
  return {
    url,
    headers: {
      'X-Twilio-Signature': getExpectedTwilioSignature(authToken, url, {}),
      'Content-Type': 'application/json',
    },
    body,
  };
}

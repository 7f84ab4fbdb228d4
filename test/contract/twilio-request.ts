/** A request that the product sent to Twilio. */
export interface TwilioRequest {
  readonly method: string;
  /** Path and query under one base, "/v1/Interactions/KD…". */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As sent; empty for none. */
  readonly body: string;
}

/**
 * For every AWS client: a connection that is dead is noticed in two seconds, so that what an action reads and writes
 * fits into its 20 s beside Twilio's calls, and a webhook has time left to answer 503.
 */
export const AWS_CLIENT = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_000, throwOnRequestTimeout: true },
} as const;

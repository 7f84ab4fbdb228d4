/** Of connecting, of the answer's beginning, and of each silence within it. */
const MOST_MILLISECONDS = 1_000;

/**
 * For every AWS client: a connection that is dead, also in the middle of an answer, is noticed in two seconds, so that
 * what an action reads and writes fits into its 20 s beside Twilio's calls, and a webhook has time left to answer 503.
 */
export const AWS_CLIENT = {
  maxAttempts: 2,
  requestHandler: {
    connectionTimeout: MOST_MILLISECONDS,
    requestTimeout: MOST_MILLISECONDS,
    throwOnRequestTimeout: true,
    socketTimeout: MOST_MILLISECONDS,
  },
} as const;

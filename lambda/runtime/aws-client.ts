/** For every AWS client: tries that fail are given up quickly, so that they fit into an action's 20 s with all else. */
export const AWS_CLIENT = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 },
} as const;

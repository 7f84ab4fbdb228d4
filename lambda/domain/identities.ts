/** The identities of the agents who held a conversation, with one more. */
export function withIdentity(known: readonly string[], identity: string | null): readonly string[] {
  return identity === null || known.includes(identity) ? known : [...known, identity];
}

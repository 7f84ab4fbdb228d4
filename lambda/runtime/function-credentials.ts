import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Takes the place of the SDK's chain of credential providers in what is deployed (lib/bundle.ts): Lambda gives a function
 * its credentials as variables, where the chain looks first too, and the rest of it is 130 KB.
 */
export const defaultProvider = fromEnv;

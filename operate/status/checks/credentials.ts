import { TwilioError } from '../../../lambda/actions/ports';
import { type TwilioCredentials } from '../../../lambda/adapters/twilio/transport';
import { ADDRESSES } from '../../twilio/addresses';
import { error, ok } from '../finding';
import { type Check, type Sources } from '../sources';

const MEND =
  'Put the right ones into the secret that the facts name; functions take them within five minutes.';

/** What the calls are made with, and the auth token that checks signatures: Twilio has to know both. */
export const credentials: Check = async (sources) => {
  const { deployment } = sources;
  const kept = await sources.credentials();
  const { accountSid, authToken, apiKeySid, apiKeySecret, authTokenSecondary } = kept;
  const hasKey = apiKeySid !== undefined && apiKeySecret !== undefined;
  const facts = {
    secret: deployment.secretName,
    callsAreMadeWith: hasKey ? 'API key' : 'auth token',
    isBeingRotated: authTokenSecondary !== undefined,
  };
  const token = await refusal(sources, { accountSid, authToken });
  if (token === 'credentials')
    return error('Twilio does not know the auth token, so that signatures are not right', MEND, facts);
  const calls = hasKey ? await refusal(sources, kept) : token;
  if (calls === 'credentials') return error('Twilio does not know the API key', MEND, facts);
  if (calls === 'not-found')
    return error(
      'The account has no such workspace',
      'Deploy with the SIDs of the account that has Flex: twilioAccountSid and twilioWorkspaceSid.',
      { ...facts, accountSid: deployment.accountSid, workspaceSid: deployment.workspaceSid },
    );
  return ok('Twilio knows the credentials', facts);
};

/** Why Twilio does not show the workspace to whoever has these; undefined: it does. */
async function refusal(
  { deployment, twilioWith }: Sources,
  credentials: TwilioCredentials,
): Promise<'credentials' | 'not-found' | undefined> {
  try {
    await twilioWith(credentials).get(ADDRESSES.workspace(deployment));
    return undefined;
  } catch (thrown) {
    const kind = thrown instanceof TwilioError ? thrown.kind : undefined;
    if (kind === 'credentials' || kind === 'not-found') return kind;
    throw thrown;
  }
}

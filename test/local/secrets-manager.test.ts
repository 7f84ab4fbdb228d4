import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { serve, type Served } from '../../local/http-server';
import { secretsManager } from '../../local/secrets-manager';

const SECRET = {
  accountSid: 'AC1',
  authToken: 'one',
  authTokenSecondary: 'two',
  apiKeySid: 'SK1',
  apiKeySecret: 'three',
};
let server: Served;
let client: SecretsManagerClient;

beforeEach(async () => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  server = await serve(secretsManager('flex/twilio', SECRET));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SecretsManagerClient({ endpoint: server.url, region: 'us-east-1', credentials });
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

it('answers the secret by its name, as JSON', async () => {
  const answer = await client.send(new GetSecretValueCommand({ SecretId: 'flex/twilio' }));
  expect(JSON.parse(answer.SecretString!)).toEqual(SECRET);
  expect(answer).toMatchObject({ Name: 'flex/twilio', VersionStages: ['AWSCURRENT'] });
});

it('knows no other secret', async () => {
  await expect(client.send(new GetSecretValueCommand({ SecretId: 'other' }))).rejects.toBeInstanceOf(
    ResourceNotFoundException,
  );
});

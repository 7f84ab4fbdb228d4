import { DEMO_TWILIO, settingsFrom } from '../../local/settings';

it('has demo values and port 3000 where nothing is set', () => {
  expect(settingsFrom({ PORT: '' })).toEqual({ port: 3000, twilio: DEMO_TWILIO });
});

it('reads what is set', () => {
  const settings = settingsFrom({
    PORT: '0',
    PUBLIC_URL: 'https://flex.example/',
    DATA_DIR: '/tmp/data',
    TWILIO_BASE_URL: 'http://127.0.0.1:4000',
    TWILIO_ACCOUNT_SID: 'AC1',
    TWILIO_AUTH_TOKEN: 'one',
    TWILIO_AUTH_TOKEN_SECONDARY: 'two',
    TWILIO_API_KEY_SID: 'SK1',
    TWILIO_API_KEY_SECRET: 'three',
    TWILIO_WORKSPACE_SID: 'WS1',
    TWILIO_WORKFLOW_SID: 'WW1',
  });
  expect(settings).toEqual({
    port: 0,
    publicUrl: 'https://flex.example',
    dataDir: '/tmp/data',
    twilioBaseUrl: 'http://127.0.0.1:4000',
    twilio: {
      accountSid: 'AC1',
      authToken: 'one',
      authTokenSecondary: 'two',
      apiKeySid: 'SK1',
      apiKeySecret: 'three',
      workspaceSid: 'WS1',
      workflowSid: 'WW1',
    },
  });
});

it.each(['abc', '-1', '65536', '3000.5', '1e3', ' '])('refuses the port %j', (PORT) => {
  expect(() => settingsFrom({ PORT })).toThrow('PORT must be a number from 0 to 65535');
});

it.each(['PUBLIC_URL', 'TWILIO_BASE_URL'])('refuses a %s that is no URL', (name) => {
  expect(() => settingsFrom({ [name]: 'localhost:3000' })).toThrow(name);
});

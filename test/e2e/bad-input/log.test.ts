import { ALICE, type RunningProduct } from '../running-product';
import { acceptedByAlice, does, pausedByAlice, resumes, seen } from '../acts';
import { start } from '../fixture';
import { DEMO_TWILIO } from '../../../local/settings';
import { closedEvent, deliver, sidOf, signatureOf, taskEvent } from '../webhooks';

const SECRETS = { token: 'a-token-that-nobody-has', note: 'the-note-of-the-agent', name: 'Ms-Customer-Name' };

let running: RunningProduct;
let written: string;
let signatures: string[];

beforeEach(async () => {
  process.env['LOG_LEVEL'] = 'info'; // as on AWS
  written = '';
  signatures = [];
  for (const stream of [process.stderr, process.stdout]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
  }
  running = await start();
});
afterEach(async () => {
  delete process.env['LOG_LEVEL'];
  jest.restoreAllMocks();
  await running.close();
});

/** Things that are logged: forged webhooks, an outage in the middle of each action, a token that is not judged. */
async function everythingGoesWrong(): Promise<string[]> {
  const begun = await acceptedByAlice(running);
  const { customerName } = await seen(running, begun);
  const conversationSid = sidOf('CH');
  const named = taskEvent('reservation.accepted', conversationSid, sidOf('WT'), {
    TaskAttributes: JSON.stringify({ conversationSid, customerName: SECRETS.name }),
  });
  signatures = ['/webhooks/studio', '/webhooks/taskrouter'].map((path) => signatureOf(running, path, named));
  for (const signature of signatures) await deliver(running, '/webhooks/taskrouter', named, signature);
  await deliver(running, '/webhooks/conversations', closedEvent(begun.conversationSid), undefined);
  await running.post(`${begun.path}/pause`, ALICE, { note: SECRETS.note, timeLimit: 'P400D' });

  running.twilioFails = (request) => (/^(POST|GET .*Workers)/.test(request) ? 500 : undefined);
  await running.get('/settings', SECRETS.token);
  await does(running, ALICE, `${begun.path}/pause`, { note: SECRETS.note });
  await running.ask('PATCH', `${begun.path}/pause`, ALICE, { note: `${SECRETS.note}!`, timeLimit: 'P1D' });
  await running.post(`${begun.path}/resume`, ALICE);
  await running.advance('PT10M');
  running.twilioFails = () => undefined;
  await running.advance('PT2H');
  return [customerName!, ...signatures];
}

it('has no token, note, signature, name or secret in it', async () => {
  const alsoSecret = await everythingGoesWrong();
  const paused = await pausedByAlice(running, { note: SECRETS.note });
  await resumes(running, ALICE, paused.path);
  expect(written).toContain('webhook without a right signature');
  expect(written).toContain('Twilio does not answer');
  expect(written).toContain('effect stays owed');
  expect(written).toContain('call to Twilio failed');
  expect(written).toContain('conversation changed');
  for (const secret of [...Object.values(SECRETS), ...alsoSecret, ALICE, DEMO_TWILIO.authToken, 'Bearer']) {
    expect(written).not.toContain(secret);
  }
});

it('is JSON, a line each, with a message that is the same for all', async () => {
  await everythingGoesWrong();
  const lines = written.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(3);
  const messages = lines.map((line) => (JSON.parse(line) as { message: string }).message);
  for (const message of messages) expect(message).not.toMatch(/(CH|WT|WK|KD|UO)[0-9a-f]{8}/);
});

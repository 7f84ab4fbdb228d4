import { TwilioError } from '../../lambda/actions/ports';
import { optionsOf, runCommand } from '../../operate/command';
import { OperatorError } from '../../operate/operator-error';

let said: string;
beforeEach(() => {
  said = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text.toString();
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

/** What a command that ends so says, and its exit code. */
async function end(run: () => Promise<number>): Promise<[said: string, code: unknown]> {
  runCommand(run);
  await new Promise(setImmediate);
  return [said, process.exitCode];
}
const failing = (error: Error) => () => Promise.reject(error);

it('ends with the code of the command', async () => {
  expect(await end(async () => 1)).toEqual(['', 1]);
});

it.each<[string, Error, string]>([
  ['what can be mended', new OperatorError('Name the stack.'), 'Name the stack.\n'],
  [
    'what Twilio has refused',
    new TwilioError('GET /v1/Sinks', 'credentials', 401),
    'Failed: Twilio, GET /v1/Sinks, credentials, 401\n',
  ],
  [
    'the name alone of any other error, and where to look',
    new TypeError('with a private text'),
    'Failed: TypeError. See whether AWS_REGION and AWS credentials are set, and may do what docs/connect.md lists.\n',
  ],
])('says %s in one line, with exit code 2', async (_, error, line) => {
  expect(await end(failing(error))).toEqual([line, 2]);
});

it('refuses options that are not known', () => {
  expect(optionsOf({ yes: { type: 'boolean' } }, ['--yes'])).toEqual({ yes: true });
  expect(() => optionsOf({ yes: { type: 'boolean' } }, ['--no'])).toThrow(OperatorError);
  expect(() => optionsOf({ yes: { type: 'boolean' } }, ['prod'])).toThrow(OperatorError);
});

import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { BUNDLING } from '../../lib/bundle';
import { FUNCTION_NAMES } from '../../lib/function-names';

const MOST_BYTES = 600 * 1024;
/** What each of the package's resources is made of. */
const RESOURCES = /node_modules\/twilio\/lib\/(base|rest)\//;
/** What the package's own client is made of, and all of its resources with it. */
const WHOLE_TWILIO = /node_modules\/twilio\/lib\/(index|rest\/Twilio|base\/BaseTwilio)\.js$/;

let outputs: Metafile['outputs'];

beforeAll(async () => {
  const entryPoints = FUNCTION_NAMES.map((name) => join(__dirname, '../../lambda', `${name}.ts`));
  ({
    metafile: { outputs },
  } = await build({ ...BUNDLING, entryPoints, outdir: 'not-written', write: false, metafile: true }));
});

const outputOf = (name: string) =>
  Object.entries(outputs).find(([file]) => basename(file, '.mjs') === name)![1];

describe.each(FUNCTION_NAMES)('the function %s, as it is deployed', (name) => {
  it('is no larger than 600 KB', () => {
    expect(outputOf(name).bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('does not have the whole package of Twilio', () => {
    expect(Object.keys(outputOf(name).inputs).filter((input) => WHOLE_TWILIO.test(input))).toEqual([]);
  });
});

it.each([
  'get-conversation',
  'get-history',
  'get-settings',
  'list-left',
  'list-paused',
  'put-settings',
  'summarize-paused',
])('the function %s, which asks Twilio only whether a token is good, has none of its resources', (name) => {
  expect(Object.keys(outputOf(name).inputs).filter((input) => RESOURCES.test(input))).toEqual([]);
});

it('the function list-agents has no resources but those of workers', () => {
  const inputs = Object.keys(outputOf('list-agents').inputs).filter((input) => RESOURCES.test(input));
  expect(inputs.filter((input) => !/lib\/base\/|workspace\/worker(\/|\.js)/.test(input))).toEqual([]);
});

it('the whole package would be noticed', async () => {
  const stdin = { contents: "import twilio from 'twilio'; export { twilio };", resolveDir: __dirname };
  const { metafile } = await build({
    ...BUNDLING,
    stdin,
    write: false,
    metafile: true,
    outdir: 'not-written',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  expect(inputs.filter((input) => WHOLE_TWILIO.test(input))).not.toEqual([]);
});

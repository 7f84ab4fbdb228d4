import { parseArgs, type ParseArgsConfig } from 'node:util';
import { TwilioError } from '../lambda/actions/ports';
import { OperatorError } from './operator-error';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options of the command line. @throws OperatorError: one is not known, or lacks its value */
export function optionsOf<O extends Options>(options: O, given: string[]) {
  try {
    return parseArgs({ options, args: given, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new OperatorError((error as Error).message);
  }
}

/**
 * Runs a command to its end. What whoever runs it can mend is one line on standard error; of any other error only the name
 * is told, and where it is from: its message may quote what should not be read.
 * @param run resolves to the exit code
 */
export function runCommand(run: () => Promise<number>): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  run().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`${sentenceOf(error)}\n`);
      process.exitCode = 2;
    },
  );
}

/** What fails outside Twilio is nearly always this. */
const OF_AWS = 'See whether AWS_REGION and AWS credentials are set, and may do what docs/connect.md lists.';

function sentenceOf(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if (!(error instanceof TwilioError)) return `Failed: ${(error as Error).name}. ${OF_AWS}`;
  const { operation, kind, status } = error;
  return ['Failed: Twilio', operation, kind, status].filter((each) => each !== undefined).join(', ');
}

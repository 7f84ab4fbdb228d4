import { AwsError } from '../aws-json';

/** Source: Step Functions API reference, StartExecution: length and characters of `name`. */
const LONGEST_NAME = 80;
const ILLEGAL_IN_NAME = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]/;
/** Source: Step Functions service quotas, input of an execution. */
const LARGEST_INPUT_BYTES = 256 * 1024;

/** A name that is too long breaks the API's model and is a ValidationException; a wrong character is an InvalidName. */
export function checkName(name: unknown): string {
  if (typeof name !== 'string' || name === '' || ILLEGAL_IN_NAME.test(name)) {
    throw new AwsError('InvalidName', 'Invalid Name');
  }
  if (name.length > LONGEST_NAME) {
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'name' failed to satisfy constraint: Member must have length less than or equal to ${LONGEST_NAME}`,
    );
  }
  return name;
}

export function checkInput(input: unknown): string {
  if (typeof input !== 'string' || Buffer.byteLength(input) > LARGEST_INPUT_BYTES || !isJson(input)) {
    throw new AwsError('InvalidExecutionInput', 'Invalid State Machine Execution Input');
  }
  return input;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

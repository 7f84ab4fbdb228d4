import { FUNCTION_ARN, type Invoke, machine } from './machine-fixture';
import { type LocalState } from '../../../local/state';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

export async function open(definition: unknown, invoke?: Invoke, kept?: LocalState) {
  const started = await machine(definition, invoke, kept);
  opened.push(started);
  return started;
}

export function single(state: object): object {
  return { StartAt: 'Only', States: { Only: state } };
}

export const INVOKE = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
export const CALL = { ...INVOKE, Parameters: { FunctionName: FUNCTION_ARN, 'Payload.$': '$' } };

export async function outputOf(describe: () => Promise<Record<string, unknown>>): Promise<unknown> {
  return JSON.parse((await describe()).output as string);
}

export function failing(name: string, times: number): Invoke {
  let left = times;
  return async () => {
    if (left-- > 0) throw Object.assign(new Error('no'), { name });
    return 'done';
  };
}

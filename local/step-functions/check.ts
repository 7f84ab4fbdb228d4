import { LAMBDA_FUNCTION, LAMBDA_INVOKE, type State, type StateMachineDefinition } from './definition';
import { isPath, isReferencePath, pathsIn } from './paths';

const MACHINE_FIELDS = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'];
const EVERY_STATE = ['Type', 'Comment', 'QueryLanguage'];
const FLOW = ['InputPath', 'OutputPath'];
const NEXT = ['Next', 'End'];
const STATE_FIELDS: Readonly<Record<State['Type'], readonly string[]>> = {
  Wait: [...FLOW, ...NEXT, 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Task: [...FLOW, ...NEXT, 'Resource', 'Parameters', 'ResultSelector', 'ResultPath', 'Retry', 'Catch'],
  Pass: [...FLOW, ...NEXT, 'Parameters', 'Result', 'ResultPath'],
  Succeed: FLOW,
  Fail: ['Error', 'Cause'],
};
const RETRIER_FIELDS = [
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
];
const CATCHER_FIELDS = ['ErrorEquals', 'Next', 'ResultPath'];
const INVOKE_FIELDS = ['FunctionName', 'Payload', 'Payload.$'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * The definition, if the interpreter knows all of it.
 * @throws Error that lists everything it does not know: better no start than a timer that waits differently
 */
export function check(definition: unknown): StateMachineDefinition {
  const machine = definition as Fields;
  const states = (machine.States ?? {}) as Readonly<Record<string, Fields>>;
  const problems = [
    ...unknownFields('the state machine', machine, MACHINE_FIELDS),
    ...language('the state machine', machine),
    ...target('StartAt', machine.StartAt, states),
    ...Object.entries(states).flatMap(([name, state]) => stateProblems(name, state, states)),
  ];
  if (problems.length > 0) throw new Error(`State machine not understood: ${problems.join('; ')}`);
  return definition as StateMachineDefinition;
}

function stateProblems(name: string, state: Fields, states: Fields): string[] {
  const type = String(state.Type);
  if (!Object.hasOwn(STATE_FIELDS, type)) return [`${name}: type ${type}`];
  return [
    ...unknownFields(name, state, [...EVERY_STATE, ...STATE_FIELDS[type as State['Type']]]),
    ...language(name, state),
    ...transition(name, type, state, states),
    ...paths(name, state),
    ...(type === 'Wait' ? wait(name, state) : []),
    ...(type === 'Task' ? task(name, state, states) : []),
  ];
}

function unknownFields(where: string, fields: Fields, known: readonly string[]): string[] {
  return Object.keys(fields)
    .filter((field) => !known.includes(field))
    .map((field) => `${where}: field ${field}`);
}

function language(where: string, fields: Fields): string[] {
  const used = fields.QueryLanguage ?? 'JSONPath';
  return used === 'JSONPath' ? [] : [`${where}: query language ${JSON.stringify(used)}`];
}

function target(where: string, name: unknown, states: Fields): string[] {
  return typeof name === 'string' && Object.hasOwn(states, name) ? [] : [`${where}: no such state`];
}

function transition(name: string, type: string, state: Fields, states: Fields): string[] {
  if (type === 'Succeed' || type === 'Fail' || state.End === true) return [];
  return target(`${name}: Next`, state.Next, states);
}

function paths(name: string, state: Fields): string[] {
  const given = ['InputPath', 'OutputPath', 'SecondsPath', 'TimestampPath'].map((field) => state[field]);
  const all = [...given, ...pathsIn(state.Parameters), ...pathsIn(state.ResultSelector)];
  const wrong = all.filter((path) => path !== undefined && path !== null && !isPath(path));
  return [...wrong.map((path) => `${name}: path ${JSON.stringify(path)}`), ...resultPath(name, state)];
}

function resultPath(name: string, fields: Fields): string[] {
  const path = fields.ResultPath ?? '$';
  return isReferencePath(path) ? [] : [`${name}: path ${JSON.stringify(path)}`];
}

function wait(name: string, state: Fields): string[] {
  const given = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'].filter((field) => field in state);
  return given.length === 1 ? [] : [`${name}: one of Seconds, SecondsPath, Timestamp, TimestampPath`];
}

function task(name: string, state: Fields, states: Fields): string[] {
  const resource = String(state.Resource);
  const invoke = LAMBDA_INVOKE.test(resource);
  const retriers = (state.Retry ?? []) as Fields[];
  const catchers = (state.Catch ?? []) as Fields[];
  return [
    ...(invoke || LAMBDA_FUNCTION.test(resource) ? [] : [`${name}: resource ${resource}`]),
    ...(invoke
      ? unknownFields(`${name}: Parameters`, (state.Parameters ?? {}) as Fields, INVOKE_FIELDS)
      : []),
    ...retriers.flatMap((each) => unknownFields(`${name}: Retry`, each, RETRIER_FIELDS)),
    ...catchers.flatMap((each) => [
      ...unknownFields(`${name}: Catch`, each, CATCHER_FIELDS),
      ...target(`${name}: Catch`, each.Next, states),
      ...resultPath(`${name}: Catch`, each),
    ]),
  ];
}

import { type Deployment } from '../deployment/deployment';
import { type TwilioApi } from '../twilio/api';
import { readConnections } from '../twilio/connections';
import { apply } from './apply';
import { type Journal } from './journal';
import { plan } from './plan';
import { present, presentUndo } from './present';
import { type Wishes } from './step';
import { planUndo, undo } from './undo';

export interface ConnectOptions extends Wishes {
  /** Changes Twilio; without it the plan is only shown. */
  readonly yes?: boolean | undefined;
  readonly undo?: boolean | undefined;
}

export interface ConnectDeps {
  readonly twilio: TwilioApi;
  readonly deployment: Deployment;
  readonly journal: Journal;
  readonly say: (line: string) => void;
}

const NOT_YET = 'Nothing is changed yet. With --yes it is.';

/** @returns the exit code: 1 where something is left to decide for whoever runs it */
export async function connect(options: ConnectOptions, deps: ConnectDeps): Promise<number> {
  return options.undo ? takeBack(options, deps) : setUp(options, deps);
}

async function setUp(
  options: ConnectOptions,
  { twilio, deployment, journal, say }: ConnectDeps,
): Promise<number> {
  const { steps, conflicts } = plan(await readConnections(twilio, deployment), deployment, options);
  present(steps, conflicts).forEach(say);
  if (conflicts.length > 0) {
    say('Nothing is changed: what stays has to be decided first.');
    return 1;
  }
  if (steps.length === 0) {
    say(`Twilio is connected with ${deployment.name}: there is nothing to do.`);
    return 0;
  }
  if (!options.yes) {
    say(NOT_YET);
    return 0;
  }
  await apply(steps, twilio, (done) => journal.add(done));
  const left = plan(await readConnections(twilio, deployment), deployment, options);
  if (left.steps.length + left.conflicts.length > 0) {
    say('Twilio has not taken all of it:');
    present(left.steps, left.conflicts).forEach(say);
    return 1;
  }
  say(`Done. --undo takes it back, by what is written in ${journal.file}`);
  return 0;
}

async function takeBack(
  options: ConnectOptions,
  { twilio, deployment, journal, say }: ConnectDeps,
): Promise<number> {
  const done = journal.read();
  if (done.length === 0) {
    say(`There is nothing to undo: ${journal.file} is not there.`);
    return 0;
  }
  const steps = planUndo(done, await readConnections(twilio, deployment));
  presentUndo(steps).forEach(say);
  if (!options.yes) {
    say(NOT_YET);
    return 0;
  }
  await undo(steps, twilio, journal);
  say('Undone.');
  return 0;
}

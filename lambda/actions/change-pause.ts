import { decide } from '../domain/decide';
import { refuse } from '../domain/decision';
import { changedDeadline, problemWithNote } from '../domain/pause-request';
import type { Instant } from '../domain/time';
import { type Command, type CommandResult, runCommand } from './command';
import type { Deps } from './ports';

export interface ChangePauseCommand extends Command {
  readonly body: {
    readonly timeLimit?: string | undefined;
    readonly until?: Instant | undefined;
    readonly note?: string | undefined;
  };
}

/** Another deadline or note for a pause that goes on. */
export async function changePause(command: ChangePauseCommand, deps: Deps): Promise<CommandResult> {
  const { body, caller } = command;
  return runCommand(
    command,
    (record, settings, context) => {
      const problem = problemWithNote(body.note, settings);
      if (problem !== undefined) return refuse('invalid-request', problem);
      const asked = changedDeadline(body, record.pause, caller, context.now);
      if ('kind' in asked) return asked;
      return decide(
        record,
        'change-pause',
        { ...asked, ...(body.note === undefined ? {} : { note: body.note }) },
        context,
      );
    },
    deps,
  );
}

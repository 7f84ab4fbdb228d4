import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../..');
const READY = /^ready http:\/\/[^:]+:(\d+)$/;

/** A product that ran in this process before has left its own settings in the environment. */
export const OF_THE_MACHINE = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

export interface ServingOptions {
  /** Node's own. */
  readonly nodeArguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A script that serves something, in a process of its own: what it does does not slow down who asks it. */
export class ServingProcess {
  private constructor(
    readonly child: ChildProcess,
    /** "http://127.0.0.1:3000" */
    readonly url: string,
  ) {}

  /** @param script from the project's folder; it says "ready http://localhost:3000" when it can be asked */
  static async start(
    script: string,
    { nodeArguments = [], environment = {} }: ServingOptions = {},
  ): Promise<ServingProcess> {
    const child = spawn(process.execPath, [...nodeArguments, '--import', 'tsx', script], {
      cwd: ROOT,
      env: { ...OF_THE_MACHINE, PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    for await (const line of createInterface(child.stdout!)) {
      const port = READY.exec(line)?.[1];
      if (port !== undefined) return new ServingProcess(child, `http://127.0.0.1:${port}`);
    }
    throw new Error(`${script} did not start`);
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}

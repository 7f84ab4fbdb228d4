import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../..');
const READY = /^ready http:\/\/[^:]+:(\d+)$/;
const { PATH, HOME, TMPDIR } = process.env;

/** A script that serves something, in a process of its own: what it does does not slow down who asks it. */
export class ServingProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** "http://127.0.0.1:3000" */
    readonly url: string,
  ) {}

  /** @param script of this folder; it says "ready http://localhost:3000" when it can be asked */
  static async start(script: string): Promise<ServingProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, script)], {
      cwd: ROOT,
      env: { PATH, HOME, TMPDIR, PORT: '0' }, // a product that ran in this process before has left its own settings
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for await (const line of createInterface(child.stdout)) {
      const port = READY.exec(line)?.[1];
      if (port !== undefined) return new ServingProcess(child, `http://127.0.0.1:${port}`);
    }
    throw new Error(`${script} did not start`);
  }

  async close(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill();
    await exited;
  }
}

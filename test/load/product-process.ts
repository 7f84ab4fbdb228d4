import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Api } from './api';

const ROOT = join(__dirname, '../..');
const READY = /^ready (http:\/\/localhost:(\d+))$/;

/** A product that ran in this process before has left its own settings in the environment. */
const OF_THE_MACHINE = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** `npm start`, in a process of its own. */
export class ProductProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly api: Api,
  ) {}

  /**
   * @param dataDir where everything stays between two of them; none: in memory
   * @param tmpDir  for what is compiled, too; none: the machine's
   */
  static async start(dataDir?: string, tmpDir?: string): Promise<ProductProcess> {
    const told = ['--expose-gc', '--require', './test/load/tell-memory.cjs'];
    const child = spawn(process.execPath, [...told, '--import', 'tsx', 'local/main.ts'], {
      cwd: ROOT,
      env: {
        ...OF_THE_MACHINE,
        PORT: '0',
        ...(dataDir !== undefined && { DATA_DIR: dataDir }),
        ...(tmpDir !== undefined && { TMPDIR: tmpDir }),
      },
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    for await (const line of createInterface(child.stdout!)) {
      const port = READY.exec(line)?.[2];
      if (port !== undefined) return new ProductProcess(child, new Api(`http://127.0.0.1:${port}`));
    }
    throw new Error('The product did not start');
  }

  /** What it keeps: its heap, without what nobody needs any more. */
  async heapBytes(): Promise<number> {
    const told = once(this.child, 'message') as Promise<[number]>;
    this.child.send('How much?');
    return (await told)[0];
  }

  kill(): Promise<void> {
    return this.endBy('SIGKILL');
  }

  close(): Promise<void> {
    return this.endBy('SIGTERM');
  }

  private async endBy(signal: NodeJS.Signals): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}

import { once } from 'node:events';
import { Api } from './api';
import { ServingProcess } from './serving-process';

/** `npm start`, in a process of its own. */
export class ProductProcess {
  readonly api: Api;

  private constructor(private readonly serving: ServingProcess) {
    this.api = new Api(serving.url);
  }

  /**
   * @param dataDir where everything stays between two of them; none: in memory
   * @param tmpDir  for what is compiled, too; none: the machine's
   */
  static async start(dataDir?: string, tmpDir?: string): Promise<ProductProcess> {
    const serving = await ServingProcess.start('local/main.ts', {
      nodeArguments: ['--expose-gc', '--require', './test/load/tell-memory.cjs'],
      environment: {
        ...(dataDir !== undefined && { DATA_DIR: dataDir }),
        ...(tmpDir !== undefined && { TMPDIR: tmpDir }),
      },
    });
    return new ProductProcess(serving);
  }

  /** What it keeps: its heap, without what nobody needs any more. */
  async heapBytes(): Promise<number> {
    const { child } = this.serving;
    const told = once(child, 'message') as Promise<[number]>;
    child.send('How much?');
    return (await told)[0];
  }

  kill(): Promise<void> {
    return this.serving.end('SIGKILL');
  }

  close(): Promise<void> {
    return this.serving.end();
  }
}

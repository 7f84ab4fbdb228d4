import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type SetField } from './step';

/** Something that was done: a field that was set, or something that was made. */
export type Done = SetField | { readonly kind: 'made'; readonly address: string };

const FOLDER = '.flex-leave-pause';

/** What was done to Twilio for one deployment, oldest first, in a file that only its owner reads: addresses may have passwords. */
export class Journal {
  readonly file: string;

  /** @param deployment name of the deployment @param folder where `.flex-leave-pause` is */
  constructor(deployment: string, folder = process.cwd()) {
    this.file = join(folder, FOLDER, `connect-${deployment}.json`);
  }

  /** Empty where nothing was done, or all is undone. */
  read(): Done[] {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Done[];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  add(done: Done): void {
    this.write([...this.read(), done]);
  }

  write(all: readonly Done[]): void {
    if (all.length === 0) return rmSync(this.file, { force: true });
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  }
}

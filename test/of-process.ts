declare const ofProcess: {
  readonly load: (file: string) => unknown;
  readonly globals: typeof globalThis;
};

/**
 * A module as it is outside of the file of tests: loaded once for all files that Jest runs in this process, where it has
 * become quick. Jest would load it anew for each file. It has other globals than the file, and the same `process.env`.
 *
 * @param file from the root of the repository
 */
export function loadedOnce<T>(file: string): T {
  return ofProcess.load(file) as T;
}

/** The globals of what is loaded so: "fetch" by which it sends. */
export function globalsOfProcess(): typeof globalThis {
  return ofProcess.globals;
}

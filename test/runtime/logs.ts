import { format } from 'node:util';

/** Jest keeps what goes to the console from the streams. */
const CONSOLE = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * The log lines of each test in one file. Each must be one JSON object on one line, and hold nothing that is private.
 * @returns the lines of the test so far
 */
export function useLogs(secrets: readonly string[]): () => Record<string, unknown>[] {
  const written: string[] = [];
  const lines = () => written.join('').split('\n').slice(0, -1);
  const parsed = () => lines().map((line) => JSON.parse(line) as Record<string, unknown>);
  beforeEach(() => {
    written.length = 0;
    for (const method of CONSOLE) {
      jest
        .spyOn(console, method)
        .mockImplementation((...parts) => void written.push(`${format(...parts)}\n`));
    }
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        written.push(text.toString());
        return true;
      });
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
    expect(written.every((line) => /^[^\n]+\n$/.test(line))).toBe(true);
    expect(parsed().every((line) => typeof line['message'] === 'string')).toBe(true);
    expect(secrets.filter((secret) => written.join('').includes(secret))).toEqual([]);
  });
  return parsed;
}

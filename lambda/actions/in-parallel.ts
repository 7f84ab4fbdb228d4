/** Records or conversations that a sweep works on at once. */
const AT_ONCE = 10;

/** Does the work for each item, ten at a time. What the work throws ends it all: it catches what may fail. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

import { type RunningOptions, RunningProduct } from './running-product';

/** A product of its own for each test, with Pause turned on; what does not conform fails the test. */
export function productForEach(options: RunningOptions = {}): () => RunningProduct {
  let running: RunningProduct;
  beforeEach(async () => {
    running = await start(options);
  });
  afterEach(() => running.close());
  return () => running;
}

/** One product for tests that do not disturb each other. */
export function productForAll(options: RunningOptions = {}): () => RunningProduct {
  let running: RunningProduct;
  beforeAll(async () => {
    running = await start(options);
  });
  afterAll(() => running.close());
  return () => running;
}

/** A product that does as `RunningProduct`'s, with Pause turned on where it has the built-in Twilio. */
export async function start(options: RunningOptions = {}): Promise<RunningProduct> {
  const running = await RunningProduct.start(options);
  if (options.twilioBaseUrl === undefined) await running.set({ pause: { enabled: true } });
  return running;
}

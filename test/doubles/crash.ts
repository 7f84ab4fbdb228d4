import type { HandoverDeps } from '../../lambda/actions/ports';

export interface CrashPoint {
  /** Which call to a port, counted from 1. */
  readonly call: number;
  /** `before`: it is never made. `after`: it is carried out, and its answer is never seen. */
  readonly when: 'before' | 'after';
}

/**
 * Runs until the crash point, and is then as dead as a Lambda whose machine is gone: nothing is answered any more,
 * nothing more is called, nothing is caught.
 *
 * @returns the call that it died at; undefined when it ended before it came so far
 */
export async function runUntil(
  { call, when }: CrashPoint,
  deps: HandoverDeps,
  run: (deps: HandoverDeps) => Promise<unknown>,
): Promise<string | undefined> {
  const never = new Promise<never>(() => undefined);
  let calls = 0;
  let isDead = false;
  let die: (at: string) => void = () => undefined;
  const died = new Promise<string>((resolve) => {
    die = (at) => {
      isDead = true;
      resolve(at);
    };
  });

  const mortal = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]): Promise<unknown> => {
          if (isDead) return never;
          const number = ++calls;
          if (number === call && when === 'before') {
            die(String(name));
            return never;
          }
          const answer: unknown = await Reflect.apply(method, target, given);
          if (number === call) die(String(name));
          return isDead ? never : answer;
        };
      },
    });

  const { store, lists, handovers, history, events, timer, twilio } = deps;
  const mortals = {
    ...deps,
    store: mortal(store),
    lists: mortal(lists),
    handovers: mortal(handovers),
    history: mortal(history),
    events: mortal(events),
    timer: mortal(timer),
    twilio: mortal(twilio),
  };
  return Promise.race([died, run(mortals).then(() => undefined)]);
}

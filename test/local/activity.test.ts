import { LocalActivity } from '../../local/activity';

it('is idle when nothing is in flight', async () => {
  await expect(new LocalActivity().idle()).resolves.toBeUndefined();
});

it('is idle only after work that has begun is over', async () => {
  const activity = new LocalActivity();
  const order: string[] = [];
  let finish = () => undefined as void;
  void activity.track(new Promise<void>((resolve) => (finish = resolve))).then(() => order.push('work'));
  const idle = activity.idle().then(() => order.push('idle'));
  finish();
  await idle;
  expect(order).toEqual(['work', 'idle']);
});

it('waits for work that ended work hands over to, a turn of the event loop later', async () => {
  const activity = new LocalActivity();
  let second = false;
  const handOver = () =>
    setImmediate(
      () =>
        void activity.track(
          new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => void (second = true)),
        ),
    );
  void activity.track(Promise.resolve()).then(handOver);
  await activity.idle();
  expect(second).toBe(true);
});

it('counts failed work as over, and lets its caller see the failure', async () => {
  const activity = new LocalActivity();
  await expect(activity.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
  await activity.idle();
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LocalState } from '../../local/state';
import { temporaryFolder } from './clock-fixture';

it('keeps what was flushed, and only that, when the process is killed', async () => {
  const folder = await temporaryFolder();
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    join(__dirname, 'fixtures/write-and-hang.ts'),
    folder,
  ]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const state = await LocalState.open(folder);
  expect(state.collection('things').values()).toEqual([{ value: 1 }]);
  await state.close();
}, 20_000);

it('writes a value as it is at the flush', async () => {
  const folder = await temporaryFolder();
  const state = await LocalState.open(folder);
  const value = { steps: [1] };
  state.collection('things').set('one', value);
  value.steps.push(2);
  await state.close();
  const again = await LocalState.open(folder);
  expect(again.collection('things').get('one')).toEqual({ steps: [1, 2] });
  await again.close();
});

it('resolves a flush only when what an earlier one took is written too', async () => {
  const folder = await temporaryFolder();
  const state = await LocalState.open(folder);
  const order: string[] = [];
  state.collection('things').set('one', 1);
  const first = state.flush().then(() => order.push('first'));
  const second = state.flush().then(() => order.push('second'));
  await Promise.all([second, first]);
  await state.close();
  expect(order).toEqual(['first', 'second']);
});

it('keeps collections apart, whatever their keys', async () => {
  const folder = await temporaryFolder();
  const state = await LocalState.open(folder);
  state.collection('a').set('b/c', 1);
  state.collection('a/b').set('c', 2);
  await state.close();
  const again = await LocalState.open(folder);
  expect([again.collection('a').get('b/c'), again.collection('a/b').get('c')]).toEqual([1, 2]);
  await again.close();
});

it('refuses a folder that is open already', async () => {
  const folder = await temporaryFolder();
  const state = await LocalState.open(folder);
  await expect(LocalState.open(folder)).rejects.toMatchObject({ code: 'LEVEL_DATABASE_NOT_OPEN' });
  await state.close();
});

it('without a folder is in memory', async () => {
  const state = await LocalState.open();
  const things = state.collection<number>('things');
  things.set('one', 1);
  await state.flush();
  expect(state.collection('things').get('one')).toBe(1);
  things.delete('one');
  expect(things.values()).toEqual([]);
});

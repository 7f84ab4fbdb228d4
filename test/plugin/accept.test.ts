import { setImmediate as later } from 'node:timers/promises';
import { acceptWhatComesBack } from '../../plugin/accept';
import { FlexStub, OTHER_WORKER, task, WORKER } from './flex-stub';

const offered = (leavePause?: object) =>
  task({ status: 'pending', attributes: leavePause === undefined ? {} : { leavePause } });

async function receives(received: ReturnType<typeof task>, stub = new FlexStub()) {
  acceptWhatComesBack(stub.flex, stub.manager);
  stub.emit('taskReceived', received);
  await later();
  return stub.invoked;
}

it.each(['resume', 'reassign'])('accepts by itself what names the agent: %s', async (purpose) => {
  const received = offered({ purpose, inviteId: 'i', workerSid: WORKER });
  expect(await receives(received)).toEqual([
    ['AcceptTask', { task: received }],
    ['SelectTask', { sid: received.sid }],
  ]);
});

it('accepts what had come before the plugin was loaded', async () => {
  const stub = new FlexStub();
  const waiting = offered({ purpose: 'resume', workerSid: WORKER });
  stub.tasks.set(waiting.sid, waiting);
  acceptWhatComesBack(stub.flex, stub.manager);
  await later();
  expect(stub.invoked.map(([name]) => name)).toEqual(['AcceptTask', 'SelectTask']);
});

it.each([
  ['without a marker', offered()],
  ['whose marker names nobody', offered({ purpose: 'resume', inviteId: 'i' })],
  ['that names somebody else', offered({ purpose: 'resume', workerSid: OTHER_WORKER })],
  ['that a customer’s reply brought', offered({ purpose: 'reply', workerSid: WORKER })],
  [
    'that is accepted already',
    task({ attributes: { leavePause: { purpose: 'resume', workerSid: WORKER } } }),
  ],
])('leaves to the agent a task %s', async (_, received) => {
  expect(await receives(received)).toEqual([]);
});

it('accepts nothing for a user who is no worker', async () => {
  const stub = new FlexStub({ workerClient: undefined });
  expect(await receives(offered({ purpose: 'resume' }), stub)).toEqual([]);
});

it('leaves the task offered where Flex cannot accept it', async () => {
  const stub = new FlexStub();
  stub.failing.add('AcceptTask');
  const invoked = await receives(offered({ purpose: 'resume', workerSid: WORKER }), stub);
  expect(invoked.map(([name]) => name)).toEqual(['AcceptTask']);
});

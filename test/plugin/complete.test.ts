import { type Api } from '../../desk/api/client';
import { Problem } from '../../desk/api/problem';
import { type Conversation } from '../../desk/api/types';
import { completeByOurRoute } from '../../plugin/complete';
import { type Task } from '../../plugin/flex-ui';
import { noticesOf } from '../../plugin/notices';
import { CONVERSATION, FlexStub, task, wrappingUp } from './flex-stub';

const WRAPPING = task({ status: 'wrapping' });

interface Given {
  readonly conversation: () => Promise<Conversation>;
  readonly complete?: Api['complete'];
}

function given({ conversation, complete }: Given) {
  const stub = new FlexStub();
  const completed: string[] = [];
  const api = {
    conversation,
    complete: async (sid: string) => {
      completed.push(sid);
      return complete?.(sid);
    },
  } as unknown as Api;
  const pulse = { hurry: jest.fn() };
  completeByOurRoute(stub.flex, stub.manager, api, noticesOf(stub.flex, stub.manager), pulse);
  return { stub, completed, pulse };
}

it.each(['pause', 'leave', 'end'] as const)('completes by our route the wrap-up of a %s', async (wrapUp) => {
  const { stub, completed, pulse } = given({ conversation: async () => wrappingUp(wrapUp) });
  expect(await stub.invoke('CompleteTask', { task: WRAPPING })).toBe('by the plugin');
  expect(completed).toEqual([CONVERSATION]);
  expect(pulse.hurry).toHaveBeenCalled(); // the lists show it at once
});

it('knows a task that is named by its reservation', async () => {
  const { stub, completed } = given({ conversation: async () => wrappingUp('pause') });
  stub.tasks.set(WRAPPING.sid, WRAPPING);
  expect(await stub.invoke('CompleteTask', { sid: WRAPPING.sid })).toBe('by the plugin');
  expect(completed).toEqual([CONVERSATION]);
});

const call = (): Task => ({ ...WRAPPING, attributes: {} });

it.each<[string, object, () => Promise<Conversation>]>([
  ['a wrap-up that is not ours', { task: WRAPPING }, async () => wrappingUp(null)],
  ['an earlier task of the conversation', { task: WRAPPING }, async () => wrappingUp('pause', 'WT0')],
  ['a task that is not in wrap-up', { task: task() }, async () => wrappingUp('pause')],
  ['a call', { task: call() }, async () => wrappingUp('pause')],
  ['a reservation that Flex does not know', { sid: 'WR0' }, async () => wrappingUp('pause')],
  [
    'a conversation without a record',
    { task: WRAPPING },
    () => Promise.reject(new Problem('not-found', 404)),
  ],
  [
    'any task while the API does not answer',
    { task: WRAPPING },
    () => Promise.reject(new Problem('no-connection', null)),
  ],
])('lets Flex complete %s', async (_, payload, conversation) => {
  const { stub, completed } = given({ conversation });
  expect(await stub.invoke('CompleteTask', payload)).toBe('by Flex');
  expect(completed).toEqual([]);
});

it('says why the API refuses, and does not let Flex complete it after all', async () => {
  const { stub } = given({
    conversation: async () => wrappingUp('pause'),
    complete: () => Promise.reject(new Problem('twilio-unavailable', 503)),
  });
  expect(await stub.invoke('CompleteTask', { task: WRAPPING })).toBe('by the plugin');
  expect(stub.shown).toEqual([
    { id: 'LeavePauseRefused', context: { sentence: expect.stringMatching(/Twilio/) as string } },
  ]);
});

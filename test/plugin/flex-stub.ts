import { type Conversation } from '../../desk/api/types';
import {
  type Flex,
  type Manager,
  type Notification,
  type ReplacedAction,
  type Task,
} from '../../plugin/flex-ui';

export const WORKER = `WK${'a'.repeat(32)}`;
export const OTHER_WORKER = `WK${'b'.repeat(32)}`;
export const CONVERSATION = `CH${'c'.repeat(32)}`;
const TASK = `WT${'d'.repeat(32)}`;

export interface Shown {
  readonly id: string;
  readonly context: object | undefined;
}

/** Flex UI and its manager, as a plugin is given them: what it does with them is written down. */
export class FlexStub {
  /** "AcceptTask", "SelectTask", each with its payload */
  readonly invoked: [name: string, payload: unknown][] = [];
  readonly shown: Shown[] = [];
  readonly registered: Notification[] = [];
  readonly tasks = new Map<string, Task>();
  /** Actions that Flex refuses */
  readonly failing = new Set<string>();
  private readonly replaced = new Map<string, ReplacedAction>();
  private readonly listeners: [event: string, listener: (payload: never) => void][] = [];

  readonly flex: Flex = {
    Actions: {
      invokeAction: async (name, payload) => {
        this.invoked.push([name, payload]);
        if (this.failing.has(name)) throw new Error(`${name} failed`);
      },
      replaceAction: (name, action) => void this.replaced.set(name, action),
    },
    Notifications: {
      registerNotification: (notification) => void this.registered.push(notification),
      showNotification: (id, context) => void this.shown.push({ id, context }),
    },
    TaskCanvasHeader: { Content: { add: () => undefined } },
    TaskListContainer: { Content: { add: () => undefined } },
  };

  readonly manager: Manager;

  constructor(change: Partial<Manager> = {}) {
    this.manager = {
      user: { identity: 'alice_40example_2Ecom', roles: ['agent'], token: 'token-1' },
      workerClient: { sid: WORKER, name: 'Alice' },
      store: {
        getState: () => ({ flex: { worker: { tasks: this.tasks }, chat: { conversations: {} } } }),
        subscribe: () => () => undefined,
      },
      serviceConfiguration: { ui_attributes: { leavePause: { apiUrl: 'https://api.example.com' } } },
      strings: { IncomingTask: 'A task' },
      events: {
        addListener: (event: string, listener: (payload: never) => void) => {
          this.listeners.push([event, listener]);
        },
      },
      ...change,
    };
  }

  emit(event: 'taskReceived' | 'tokenUpdated', payload: unknown): void {
    for (const [name, listener] of this.listeners) if (name === event) listener(payload as never);
  }

  /** As Flex does when the agent clicks. */
  async invoke(name: string, payload: object): Promise<'by Flex' | 'by the plugin'> {
    let byFlex = false;
    await this.replaced.get(name)?.(payload, async () => {
      byFlex = true;
    });
    return byFlex ? 'by Flex' : 'by the plugin';
  }
}

export function task(change: Partial<Task> = {}): Task {
  return {
    sid: `WR${'e'.repeat(32)}`,
    taskSid: TASK,
    status: 'accepted',
    ...change,
    attributes: {
      conversationSid: CONVERSATION,
      flexInteractionChannelSid: `UO${'f'.repeat(32)}`,
      customerName: 'Grace',
      ...change.attributes,
    },
  };
}

/** Of the API's answer only what the plugin looks at. */
export function wrappingUp(wrapUp: Conversation['wrapUp'], taskSid = TASK): Conversation {
  return { conversationSid: CONVERSATION, wrapUp, task: { taskSid, status: 'wrapping' } } as Conversation;
}

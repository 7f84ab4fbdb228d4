import { type Flex, type Manager, type ReplacedAction, type Task } from '../../plugin/flex-ui';

interface Given {
  readonly token: string;
  readonly workerSid: string;
  readonly leavePause: object;
  readonly roles: readonly string[];
  readonly nativeLeaveAndPause?: readonly string[];
  readonly opensWindows?: boolean;
}

interface OnPage {
  React: {
    createElement(type: unknown, props: unknown): object;
    cloneElement(of: unknown, props: object): object;
  };
  ReactDOM: { render(what: unknown, where: Element | null): void };
  Twilio: object;
  standIn: object;
}

type Fragment = [child: object, options: { if?: (props: object) => boolean } | undefined];

/**
 * Runs in the browser, and so knows nothing but what it is given: Flex UI as a plugin finds it, with fragments that are
 * shown in the page's header and list, and actions that can be replaced.
 */
export function standInForFlex({
  token,
  workerSid,
  leavePause,
  roles,
  nativeLeaveAndPause = [],
  opensWindows = false,
}: Given): void {
  const page = globalThis as unknown as OnPage;
  const invoked: [string, unknown][] = [];
  const shown: [string, unknown][] = [];
  const opened: string[] = [];
  const replaced: Record<string, ReplacedAction> = {};
  const tasks = new Map<string, Task>();
  const inHeader: Fragment[] = [];
  const inList: Fragment[] = [];
  const { React } = page;

  const show = (fragments: Fragment[], where: string, props: object) => {
    const children = fragments
      .filter(([, options]) => options?.if?.(props) ?? true)
      .map(([child]) => React.cloneElement(child, props));
    page.ReactDOM.render(React.createElement('div', { children }), document.getElementById(where));
  };
  const flex: Flex = {
    Actions: {
      invokeAction: async (name, payload) => void invoked.push([name, payload]),
      replaceAction: (name, action) => {
        replaced[name] = action;
      },
    },
    Notifications: {
      registerNotification: () => undefined,
      showNotification: (id, context) => void shown.push([id, context]),
    },
    TaskCanvasHeader: {
      Content: { add: (child, options) => void inHeader.push([child, options]) },
    },
    TaskListContainer: {
      Content: {
        add: (child, options) => {
          inList.push([child, options]);
          show(inList, 'list', { tasks });
        },
      },
    },
  };
  const manager: Manager = {
    user: { identity: 'alice', roles, token },
    workerClient: { sid: workerSid, name: 'Alice' },
    store: {
      getState: () => ({ flex: { worker: { tasks }, chat: { conversations: {} } } }),
      subscribe: () => () => undefined,
    },
    serviceConfiguration: {
      agent_conv_end_methods: { enabled: nativeLeaveAndPause },
      ui_attributes: { leavePause },
    },
    strings: {},
    events: { addListener: () => undefined },
  };
  const open = globalThis.open.bind(globalThis);
  globalThis.open = (url, name) => {
    opened.push(String(url));
    return opensWindows ? open(url, name) : null;
  };
  page.Twilio = {
    Flex: {
      Plugins: {
        init: (Plugin: new () => { init(flex: Flex, manager: Manager): Promise<void> }) =>
          new Plugin().init(flex, manager),
      },
    },
  };
  page.standIn = {
    invoked,
    shown,
    opened,
    select: (task: Task) => {
      tasks.set(task.sid, task);
      show(inHeader, 'header', { task });
    },
    invoke: async (name: string, payload: object) => {
      let byWhom = 'the plugin';
      await replaced[name]?.(payload, async () => {
        byWhom = 'Flex';
      });
      return byWhom;
    },
  };
}

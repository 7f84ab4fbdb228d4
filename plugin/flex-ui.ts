import { type ReactElement } from 'react';

/**
 * What the plugin uses of Flex UI, in the words of the types of `@twilio/flex-ui` 2.17.1, which is given to a plugin while
 * it runs and is no package of this project. All of it is there since 2.9.
 */
export interface Flex {
  readonly Actions: {
    invokeAction(name: string, payload?: unknown): Promise<unknown>;
    replaceAction(name: string, action: ReplacedAction): void;
  };
  readonly Notifications: {
    registerNotification(notification: Notification): void;
    showNotification(id: string, context?: object): unknown;
  };
  readonly TaskCanvasHeader: { readonly Content: DynamicContent<{ readonly task?: Task }> };
  readonly TaskListContainer: { readonly Content: DynamicContent<object> };
}

export type ReplacedAction = (
  payload: TaskPayload,
  original: (payload: TaskPayload) => Promise<unknown>,
) => Promise<unknown>;

/** `sid` is a reservation's; Flex gives the one or the other. */
export interface TaskPayload {
  readonly task?: Task;
  readonly sid?: string;
}

export interface Notification {
  readonly id: string;
  /** Name of a template in `manager.strings` */
  readonly content: string;
  readonly type: 'information' | 'success' | 'warning' | 'error';
  /** Milliseconds; 0: until it is closed */
  readonly timeout?: number;
  readonly closeButton?: boolean;
}

export interface DynamicContent<Props> {
  add(
    child: ReactElement,
    options?: {
      readonly sortOrder?: number;
      readonly align?: 'start' | 'end';
      readonly if?: (props: Props) => boolean;
    },
  ): void;
}

/** Flex's ITask: a reservation of the agent's, and its task. */
export interface Task {
  /** SID of the reservation */
  readonly sid: string;
  readonly taskSid: string;
  /** Of the reservation */
  readonly status:
    'pending' | 'accepted' | 'rejected' | 'timeout' | 'canceled' | 'rescinded' | 'wrapping' | 'completed';
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface Manager {
  readonly user: { readonly identity: string; readonly roles: readonly string[]; readonly token: string };
  /** Absent for users who are no worker */
  readonly workerClient?: { readonly sid: string; readonly name?: string } | undefined;
  readonly store: {
    getState(): { readonly flex: FlexState };
    /** @returns ends it */
    subscribe(listener: () => void): () => void;
  };
  readonly serviceConfiguration: {
    readonly agent_conv_end_methods?: { readonly enabled: readonly string[] } | null;
    readonly ui_attributes?: Readonly<Record<string, unknown>> | null;
  };
  /** Templates by name; what is set is added. */
  strings: Readonly<Record<string, string>>;
  readonly events: {
    addListener(event: 'taskReceived', listener: (task: Task) => void): unknown;
    addListener(event: 'tokenUpdated', listener: (payload: { readonly token?: string }) => void): unknown;
  };
}

export interface FlexState {
  readonly worker: { readonly tasks: ReadonlyMap<string, Task> };
  readonly chat: {
    readonly conversations: Readonly<
      Record<string, { readonly messages?: readonly { readonly index: number }[] } | undefined>
    >;
  };
}

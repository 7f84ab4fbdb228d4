import { acceptWhatComesBack } from './accept';
import { completeByOurRoute } from './complete';
import { DeskWindow, type FlexPage } from './desk-window';
import { type Flex, type Manager } from './flex-ui';
import { noticesOf } from './notices';
import { PutAside } from './parts/put-aside';
import { TaskActions } from './parts/task-actions';
import { apiWithTokenOf, userOf } from './session';
import { settingsOf } from './settings';
import { conversationSidOf } from './task';
import { pluginWorkplaceOf } from './workplace';

/** Puts Leave and Pause into Flex UI. Where it is not set up, it says so to administrators and does nothing else. */
export function start(flex: Flex, manager: Manager, page: FlexPage, send: typeof fetch): void {
  const notices = noticesOf(flex, manager);
  const isAdmin = manager.user.roles.includes('admin');
  const settings = settingsOf(manager);
  if (typeof settings === 'string') {
    if (isAdmin) notices.notSetUp(settings);
    return;
  }
  if (isAdmin && (manager.serviceConfiguration.agent_conv_end_methods?.enabled ?? []).length > 0)
    notices.besideFlex();

  const api = apiWithTokenOf(manager, settings.apiUrl, send);
  const shared = pluginWorkplaceOf(manager, api);
  acceptWhatComesBack(flex, manager);
  completeByOurRoute(flex, manager, api, notices, shared.live.pulse);
  flex.TaskCanvasHeader.Content.add(<TaskActions key="leave-pause-actions" manager={manager} {...shared} />, {
    sortOrder: 10,
    if: ({ task }) => task !== undefined && conversationSidOf(task) !== null,
  });
  const desk = deskOf(manager, page, settings.deskUrl);
  flex.TaskListContainer.Content.add(
    <PutAside key="leave-pause-put-aside" onOpenDesk={desk && (() => void desk.open())} {...shared} />,
    { sortOrder: 10, align: 'end' },
  );
}

function deskOf(manager: Manager, page: FlexPage, deskUrl: string | null): DeskWindow | undefined {
  if (deskUrl === null) return undefined;
  const desk = new DeskWindow(page, deskUrl, () => ({ token: manager.user.token, user: userOf(manager) }));
  manager.events.addListener('tokenUpdated', () => desk.handOver());
  return desk;
}

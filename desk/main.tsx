import { Theme } from '@twilio-paste/theme';
import { render } from 'react-dom';
import { AgentView } from './agent/agent-view';
import { BoardView } from './board/board-view';
import { SettingsView } from './settings/settings-view';
import { CrashNotice } from './shell/crash-notice';
import { Desk } from './shell/desk';
import { type View } from './shell/views';

const VIEWS: readonly View[] = [
  { path: 'tasks', title: 'Tasks', role: 'agent', component: AgentView },
  { path: 'board', title: 'Board', role: 'supervisor', component: BoardView },
  { path: 'settings', title: 'Settings', role: 'admin', component: SettingsView },
];

render(
  <Theme.Provider theme="default">
    <CrashNotice>
      <Desk views={VIEWS} />
    </CrashNotice>
  </Theme.Provider>,
  document.getElementById('desk'),
);

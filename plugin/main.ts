import { type Flex, type Manager } from './flex-ui';
import { start } from './plugin';

/** What Flex makes of a plugin's file: it is loaded, and registers a class that Flex makes and starts. */
interface PluginHost {
  readonly Twilio?: { readonly Flex?: { readonly Plugins?: { init(plugin: new () => object): void } } };
}

class LeaveAndPausePlugin {
  readonly name = 'LeaveAndPausePlugin';

  async init(flex: Flex, manager: Manager): Promise<void> {
    start(flex, manager, window, window.fetch.bind(window));
  }
}

(window as PluginHost).Twilio?.Flex?.Plugins?.init(LeaveAndPausePlugin);

import { type Problem } from '../desk/api/problem';
import { refusalSentence } from '../desk/conversations/refusals';
import { type Flex, type Manager } from './flex-ui';

/** Ids of the notifications, which are also the names of their templates. */
const REFUSED = 'LeavePauseRefused';
const NOT_SET_UP = 'LeavePauseNotSetUp';
const BESIDE_FLEX = 'LeavePauseBesideFlex';

const SENTENCE = '{{sentence}}';

/** What the plugin says in Flex's own notifications. */
export interface Notices {
  refused(problem: Problem): void;
  /** @param sentence what is wrong with the settings */
  notSetUp(sentence: string): void;
  /** Flex's own Leave or Pause is on, too. */
  besideFlex(): void;
}

export function noticesOf({ Notifications }: Flex, manager: Manager): Notices {
  manager.strings = {
    ...manager.strings,
    [REFUSED]: SENTENCE,
    [NOT_SET_UP]: `Leave and Pause cannot be used: ${SENTENCE}`,
    [BESIDE_FLEX]:
      'Flex’s own Leave and Pause are on, beside those of this plugin. Turn them off, so that agents find all that is paused in one list.',
  };
  for (const [id, type] of [
    [REFUSED, 'error'],
    [NOT_SET_UP, 'error'],
    [BESIDE_FLEX, 'warning'],
  ] as const)
    Notifications.registerNotification({ id, content: id, type, closeButton: true });
  return {
    refused: (problem) =>
      void Notifications.showNotification(REFUSED, { sentence: refusalSentence(problem) }),
    notSetUp: (sentence) => void Notifications.showNotification(NOT_SET_UP, { sentence }),
    besideFlex: () => void Notifications.showNotification(BESIDE_FLEX),
  };
}

/** Longest run of each deployed function, in seconds. Its name is its entry: `lambda/<name>.ts`, export `handler`. */
export const TIMEOUT_SECONDS = {
  // API Gateway gives up after 30 s; an action ends its own calls within 20 s (lambda/runtime/deps.ts).
  pause: 25,
  leave: 25,
  resume: 25,
  'reassign-conversation': 25,
  complete: 25,
  end: 25,
  'change-pause': 25,
  'service-invite': 25,
  'get-conversation': 25,
  'get-history': 25,
  'list-paused': 25,
  'list-left': 25,
  'summarize-paused': 25,
  'list-agents': 25,
  handover: 25,
  'get-settings': 25,
  'put-settings': 25,
  health: 3,
  'not-found': 3,
  // Twilio waits 15 s for TaskRouter's callback and 5 s for the one of Conversations. Source: Twilio, TaskRouter
  // event reference; Conversations webhooks.
  'taskrouter-webhook': 15,
  'conversations-webhook': 6,
  // The deadline's, not the route's: timers that wait call it by this name, for as long as the longest pause.
  reassign: 60,
  // Ends before the next minute's sweep begins.
  sweep: 55,
} as const;

export type FunctionName = keyof typeof TIMEOUT_SECONDS;

export const FUNCTION_NAMES = Object.keys(TIMEOUT_SECONDS) as FunctionName[];

/** Who can race for a conversation that is paused. */
export const RACERS = [
  'resume',
  'reassign',
  'deadline',
  'end',
  'change pause',
  'complete',
  'task over',
  'accept',
  'sweep',
] as const;
export type Racer = (typeof RACERS)[number];

/** Where the conversation is when they begin. */
export const SCENES = ['paused', 'wrapping up'] as const;
export type SceneName = (typeof SCENES)[number];

/** What is made to crash at each of its outside calls. */
export const ACTION_NAMES = [
  'pause',
  'pause without wrap-up',
  'complete',
  'resume from pause',
  'resume from the wrap-up',
  'resume through the workflow',
  'reassign to the queue',
  'reassign to an agent',
  'another deadline',
  'end from active',
  'end from the wrap-up',
  'end from pause',
  'deadline',
  'deadline in the wrap-up',
  'sweep of an overdue deadline',
  'sweep that reaches a mark',
  'task over in the wrap-up',
  'task over, unasked',
  'accept of another task',
  'reservation of a resume',
  'closed at Twilio',
  'sweep that sends the next invite',
  'sweep that looks for a lost task',
  'sweep that takes lost events',
  'settings',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

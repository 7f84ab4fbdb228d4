/** Who can race for a conversation. */
export const RACERS = [
  'resume',
  'reassign',
  'handover',
  'deadline',
  'end',
  'change pause',
  'complete',
  'task over',
  'accept',
  'sweep',
  'service invite',
] as const;
export type Racer = (typeof RACERS)[number];

/** Where the conversation is when they begin. */
export const SCENES = ['paused', 'wrapping up', 'replied'] as const;
export type SceneName = (typeof SCENES)[number];

const FOR_A_PAUSE = RACERS.filter((racer) => racer !== 'service invite');
/** Who has something to race for there. */
export const RACERS_IN: Readonly<Record<SceneName, readonly Racer[]>> = {
  paused: FOR_A_PAUSE,
  'wrapping up': FOR_A_PAUSE,
  replied: ['service invite', 'end', 'accept', 'sweep'],
};

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
  'handover to an agent',
  'handover to the queue',
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
  'sweep that goes on with a handover',
  'sweep that takes lost events',
  'settings',
  'leave with a Studio flow',
  'reply in the wrap-up, with a Studio flow',
  'sweep when custom logic has had its time',
  'service invite',
  'service invite to an agent',
  'end while custom logic has its time',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

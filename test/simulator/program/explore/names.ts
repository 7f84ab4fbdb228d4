/** Who can race for a conversation. */
export const RACERS = [
  'pause',
  'leave',
  'resume',
  'reassign',
  'handover',
  'deadline',
  'end',
  'change pause',
  'complete',
  'task over',
  'accept',
  'reply',
  'worker deleted',
  'service invite',
  'sweep',
] as const;
export type Racer = (typeof RACERS)[number];

/** Where the conversation is when they begin. */
export const SCENES = ['held', 'wrapping up', 'paused', 'leaving', 'left', 'replied'] as const;
export type SceneName = (typeof SCENES)[number];

const FOR_A_PAUSE = ['resume', 'reassign', 'handover', 'deadline', 'end', 'change pause'] as const;
const FOR_A_TASK = ['complete', 'task over'] as const;
const ANYWHERE = ['accept', 'reply', 'sweep'] as const;
/** Who has something to do there; TaskRouter deletes no agent who has a task. */
export const RACERS_IN: Readonly<Record<SceneName, readonly Racer[]>> = {
  held: ['pause', 'leave', 'end', 'task over', ...ANYWHERE],
  'wrapping up': [...FOR_A_PAUSE, ...FOR_A_TASK, ...ANYWHERE],
  paused: [...FOR_A_PAUSE, 'worker deleted', ...ANYWHERE],
  leaving: ['reassign', 'end', ...FOR_A_TASK, ...ANYWHERE],
  left: ['reassign', 'end', ...ANYWHERE],
  replied: ['service invite', 'end', 'accept', 'sweep'],
};

/** Who of them ends what goes on there. */
export const ENDERS_IN: Readonly<Record<SceneName, readonly Racer[]>> = {
  held: ['pause', 'leave', 'end', 'task over', 'accept'],
  'wrapping up': ['resume', 'reassign', 'deadline', 'end', ...ANYWHERE],
  paused: ['resume', 'reassign', 'deadline', 'end', 'worker deleted', ...ANYWHERE],
  leaving: ['reassign', 'end', ...ANYWHERE],
  left: ['reassign', 'end', ...ANYWHERE],
  replied: ['service invite', 'end', 'accept', 'sweep'],
};

/** What is made to crash at each of its outside calls. */
export const ACTION_NAMES = [
  'pause',
  'pause without wrap-up',
  'leave',
  'leave without wrap-up',
  'complete',
  'resume from pause',
  'resume from the wrap-up',
  'resume through the workflow',
  'reassign to the queue',
  'reassign to an agent',
  'reassign of a leave',
  'handover to an agent',
  'handover to the queue',
  'agent deleted',
  'another deadline',
  'end from active',
  'end from the wrap-up',
  'end from pause',
  'end of a leave',
  'reply to a leave',
  'reply in the wrap-up of a leave',
  'reply that sends a pause to its queue',
  'reply that resumes',
  'deadline',
  'deadline in the wrap-up',
  'sweep of an overdue deadline',
  'sweep that reaches a mark',
  'sweep of a leave that expires',
  'sweep that finds a reply',
  'task over in the wrap-up',
  'task over, unasked',
  'accept of another task',
  'reservation of a resume',
  'closed at Twilio',
  'sweep that sends the next invite',
  'sweep that looks for a lost task',
  'sweep that goes on with a handover to an agent',
  'sweep that goes on with a handover to the queue',
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

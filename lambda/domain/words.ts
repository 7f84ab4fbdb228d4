/** The words of the Flex docs. Our record is the source of truth; Twilio's own channel status stays `active` until the end. */
export type ChannelState = 'active' | 'pause' | 'inactive' | 'closed';

/** What the wrap-up that is going on follows. */
export type WrapUp = 'pause' | 'leave' | 'end';

/** A task that is over is no current task, so only the live ones of TaskRouter's states. */
export type TaskStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping';

/** Why a task was made; `new` = not by us. */
export type Purpose = 'new' | 'resume' | 'reassign' | 'reply' | 'repair' | 'custom';

/** What can be owed. */
export type EffectKind =
  | 'start-timer'
  | 'stop-timer'
  | 'wrap-up-task'
  | 'close-participant'
  | 'invite'
  | 'accept'
  | 'close-channel'
  | 'look-for-agent'
  | 'look-for-task'
  | 'look-for-reply'
  | 'await-custom-routing'
  | 'put-studio-hook'
  | 'take-studio-hook-off'
  | 'write-history'
  | 'publish-event';

import { type Problem } from '../api/problem';

/** What the refusal means and what to do, in a sentence or two. */
export function refusalSentence({ code, facts }: Problem): string {
  switch (code) {
    case 'invalid-request':
      return `This cannot be done as it was asked for: ${facts.detail ?? 'something in it is not right'}. Change it and try again.`;
    case 'not-authenticated':
      return 'You are signed out. Sign in again; nothing was changed.';
    case 'not-authorized':
      return 'This conversation is somebody else’s. A supervisor can do this for you.';
    case 'option-off':
      return 'This option is turned off. Ask an administrator to turn it on in the settings.';
    case 'channel-not-eligible':
      return 'Conversations of this channel may not be put aside. Go on with it, or end it.';
    case 'not-found':
      return 'This conversation is not known any more. It may have ended long ago.';
    case 'wrong-state':
      return `${stateSentence(facts.channelState)} Look at where it is now before you try again.`;
    case 'at-capacity':
      return 'The agent is not available or has as many tasks as allowed. Complete one first, or become available, and try again.';
    case 'customer-replied':
      return 'The customer has just written something that you have not seen. Read it, then try again.';
    case 'pause-limit':
      return 'You have as many paused conversations as are allowed. Resume or end one of them first.';
    case 'conversation-timer':
      return 'Twilio would close this conversation sooner than that. Choose an earlier time.';
    case 'changed-meanwhile':
      return 'Others have changed this conversation at the same moment. Try again.';
    case 'version-mismatch':
      return 'Somebody else has saved meanwhile. Look at what is new, and save again.';
    case 'too-large':
      return 'This is too long. Write less and try again.';
    case 'twilio-unavailable':
      return 'Twilio does not answer now. Nothing was changed; try again in a moment.';
    case 'unavailable':
      return 'Something that is needed for this cannot be reached now. Try again in a moment.';
    case 'no-connection':
      return 'There is no answer. It is not known whether it was done; see where the conversation is, and try again.';
    case 'unknown':
      return 'Something went wrong. Try again in a moment, and tell your administrator if it stays.';
  }
}

const STATES: Readonly<Record<string, string>> = {
  active: 'The conversation is active again.',
  pause: 'The conversation is paused already.',
  inactive: 'The conversation is left already.',
  closed: 'The conversation has ended.',
};

function stateSentence(channelState = ''): string {
  return STATES[channelState] ?? 'The conversation is not in a state for this.';
}

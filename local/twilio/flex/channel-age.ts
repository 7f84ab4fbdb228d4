import { type Platform } from '../platform';
import { type Channel } from '../records';

/**
 * An interaction channel is deleted 180 days after it was last updated or a task of it accepted.
 * Source: Twilio Flex docs, "Park an Interaction".
 */
const KEPT_MS = 180 * 24 * 60 * 60 * 1000;

/** Writes the channel; its 180 days begin again. */
export function keepForNow(platform: Platform, channel: Channel): void {
  platform.store.channels.set(channel.sid, channel);
  platform.setAlarm('channel-deletion', channel.sid, platform.now() + KEPT_MS);
}

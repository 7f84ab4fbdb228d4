import { type Stream } from '../twilio/connections';
import { type OpenStream } from './step';

/** What a stream to this address lacks; nothing where it has all. */
export function planStream(
  streams: readonly Stream[],
  destination: string,
  wanted: readonly string[],
): OpenStream[] {
  const ours = streams.filter((stream) => stream.destination === destination);
  const had = ours.flatMap((stream) => stream.types);
  const types = wanted.filter((type) => !had.includes(type));
  if (types.length === 0) return [];
  const stream = ours.find(({ subscriptionSid }) => subscriptionSid !== undefined) ?? ours[0];
  return [
    {
      kind: 'stream',
      destination,
      sinkSid: stream?.sinkSid,
      subscriptionSid: stream?.subscriptionSid,
      types,
    },
  ];
}

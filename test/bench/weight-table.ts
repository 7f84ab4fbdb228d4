import { type Weight, weights } from './weight';

/** What each function weighs, as Markdown. */
export async function weightTable(): Promise<string[]> {
  return [
    '| function | KB | loads in | an empty one | × | with all of `twilio` | × |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...(await weights()).map(row),
  ];
}

function row({ name, asDeployed, empty, withTwilio }: Weight): string {
  const columns = [
    (asDeployed.bytes / 1024).toFixed(0),
    milliseconds(asDeployed),
    milliseconds(empty),
    times(asDeployed, empty),
    milliseconds(withTwilio),
    times(withTwilio, asDeployed),
  ];
  return `| \`${name}\` | ${columns.join(' | ')} |`;
}

function milliseconds(loaded: Weight['empty']): string {
  return `${loaded.milliseconds.toFixed(0)} ms`;
}

function times(one: Weight['empty'], other: Weight['empty']): string {
  return (one.milliseconds / other.milliseconds).toFixed(2);
}

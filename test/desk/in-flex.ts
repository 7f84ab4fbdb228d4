import { type RunningProduct } from '../e2e/running-product';

/** Of the demo agents only these take tasks. */
export async function onlyFor(running: RunningProduct, ...names: string[]): Promise<void> {
  const agents = (await running.get('/local/agents')).body as { name: string; workerSid: string | null }[];
  for (const { name, workerSid } of agents) {
    const available = names.includes(name);
    if (workerSid !== null) await running.post(`/local/agents/${workerSid}`, undefined, { available });
  }
}

/** A customer of that name starts a conversation in the web chat. */
export async function started(
  running: RunningProduct,
  customerName: string,
): Promise<{ conversationSid: string; taskSid: string }> {
  const asked = { channelType: 'web', customerName };
  return (await running.post('/local/conversations', undefined, asked)).body as Awaited<
    ReturnType<typeof started>
  >;
}

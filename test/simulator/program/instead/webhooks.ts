import { here } from '../here';

/** Twilio's webhooks go to the simulated world, once the change that they tell of is made. */
export class WebhookSender {
  private held: Parameters<WebhookSender['queue']>[] = [];

  queue(
    path: '/webhooks/taskrouter' | '/webhooks/conversations',
    subject: string,
    fields: Record<string, string>,
  ): void {
    this.held.push([path, subject, fields]);
  }

  hold(): () => void {
    const batch = this.held;
    this.held = [];
    return () => batch.forEach((delivery) => here.world.webhooks.send(...delivery));
  }
}

/** What becomes of a webhook on its way. Delayed: it comes right after the next one of its conversation. */
export const FAULTS = ['dropped', 'doubled', 'delayed past the next'] as const;

export interface Fault {
  readonly how: (typeof FAULTS)[number];
  readonly what: string;
  /** By name: "reservation.accepted 2" is the second of its type in the conversation. */
  readonly strikes: (webhook: string) => boolean;
}

/** What Twilio sent of one conversation. */
interface Line {
  readonly fault: Fault | undefined;
  /** How many of each type. */
  readonly sent: Map<string, number>;
  /** Their statuses. */
  readonly tasks: Map<string, string>;
  workerSid: string | null;
  hasStruck: boolean;
  held: (() => Promise<Response>)[];
}

const OVER = ['completed', 'canceled'];

/** Stands between Twilio's webhooks and the product. Twilio never learns what becomes of them. */
export class WebhookFaults {
  private readonly lines = new Map<string, Line>();
  private next: Fault | undefined;

  /** @param send delivers a webhook as it is */
  constructor(private readonly send: typeof fetch) {}

  /** The fault of the conversation that begins next. */
  forNext(fault: Fault | undefined): void {
    this.next = fault;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const isWebhook = typeof input === 'string' && input.includes('/webhooks/');
    const form = isWebhook && typeof init?.body === 'string' ? new URLSearchParams(init.body) : undefined;
    const conversationSid = form && conversationOf(form);
    if (!conversationSid) return this.send(input, init);
    const line = this.lineOf(conversationSid);
    const webhook = note(line, form);
    const deliver = () => this.send(input, init);
    if (line.fault?.strikes(webhook)) return strike(line, line.fault, deliver);
    const answer = await deliver();
    for (const late of line.held.splice(0)) await late();
    return answer;
  };

  /** Whether the conversation had its fault. */
  hasStruck(conversationSid: string): boolean {
    return this.lines.get(conversationSid)?.hasStruck ?? false;
  }

  /** Tasks that are not over, as Twilio has told, heard or not. */
  liveTasks(conversationSid: string): string[] {
    const tasks = [...(this.lines.get(conversationSid)?.tasks ?? [])];
    return tasks.filter(([, status]) => !OVER.includes(status)).map(([taskSid]) => taskSid);
  }

  /** How many tasks there ever were. */
  tasks(conversationSid: string): number {
    return this.lines.get(conversationSid)?.tasks.size ?? 0;
  }

  /** Who accepted last. */
  holder(conversationSid: string): string | null {
    return this.lines.get(conversationSid)?.workerSid ?? null;
  }

  private lineOf(conversationSid: string): Line {
    const known = this.lines.get(conversationSid);
    if (known) return known;
    const nothing = { sent: new Map(), tasks: new Map(), workerSid: null, hasStruck: false, held: [] };
    const line: Line = { fault: this.next, ...nothing };
    this.next = undefined;
    this.lines.set(conversationSid, line);
    return line;
  }
}

function conversationOf(form: URLSearchParams): string | undefined {
  const inTask = JSON.parse(form.get('TaskAttributes') ?? '{}') as { conversationSid?: string };
  return form.get('ConversationSid') ?? inTask.conversationSid;
}

/** Keeps what the webhook tells. @returns its name */
function note(line: Line, form: URLSearchParams): string {
  const type = form.get('EventType') ?? '';
  const number = (line.sent.get(type) ?? 0) + 1;
  line.sent.set(type, number);
  if (type === 'reservation.accepted') line.workerSid = form.get('WorkerSid');
  const taskSid = form.get('TaskSid');
  if (taskSid !== null) line.tasks.set(taskSid, form.get('TaskAssignmentStatus') ?? '');
  return `${type} ${number}`;
}

async function strike(line: Line, { how }: Fault, deliver: () => Promise<Response>): Promise<Response> {
  line.hasStruck = true;
  if (how === 'doubled') await deliver().then(deliver);
  if (how === 'delayed past the next') line.held.push(deliver);
  return new Response(null, { status: 204 });
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handler as changePause } from '../../../lambda/change-pause';
import { handler as complete } from '../../../lambda/complete';
import { handler as conversationsWebhook } from '../../../lambda/conversations-webhook';
import { handler as end } from '../../../lambda/end';
import { handler as getConversation } from '../../../lambda/get-conversation';
import { handler as handover } from '../../../lambda/handover';
import { handler as leave } from '../../../lambda/leave';
import { handler as pause } from '../../../lambda/pause';
import { handler as putSettings } from '../../../lambda/put-settings';
import { handler as deadline } from '../../../lambda/reassign';
import { handler as reassignConversation } from '../../../lambda/reassign-conversation';
import { handler as resume } from '../../../lambda/resume';
import { handler as serviceInvite } from '../../../lambda/service-invite';
import { handler as sweep } from '../../../lambda/sweep';
import { handler as taskrouterWebhook } from '../../../lambda/taskrouter-webhook';
import type { TimerInput } from '../../../lambda/actions/ports';
import type { Reply } from '../../../lambda/http/reply';
import type { Runs } from './runs';

/** The deployed functions behind API Gateway, by their names in the stack. */
const ROUTES = {
  pause,
  leave,
  resume,
  'reassign-conversation': reassignConversation,
  complete,
  end,
  'change-pause': changePause,
  'service-invite': serviceInvite,
  'get-conversation': getConversation,
  handover,
  'put-settings': putSettings,
  'taskrouter-webhook': taskrouterWebhook,
  'conversations-webhook': conversationsWebhook,
};

export type RouteName = keyof typeof ROUTES;

/** undefined: no answer at all. */
export interface Answer {
  readonly status: number | undefined;
  readonly body: Record<string, unknown>;
}

/** As Step Functions names it. */
class Throttled extends Error {
  override readonly name = 'Lambda.TooManyRequestsException';
}

/** Calls the functions as API Gateway, EventBridge and Step Functions do. */
export class Functions {
  /** Runs of `reassign` that Lambda allows. */
  mostAtOnce = Infinity;
  private atOnce = 0;
  /** Calls of a timer's that Lambda has refused for that. */
  throttled = 0;

  /** @param answered hears each answer as it was given */
  constructor(
    private readonly runs: Runs,
    private readonly answered: (name: RouteName, reply: Reply) => void,
  ) {}

  async request(name: RouteName, key: string, event: APIGatewayProxyEventV2): Promise<Answer> {
    const ended = await this.runs.start<Reply>(name, key, () => ROUTES[name](event));
    switch (ended.kind) {
      case 'answered': {
        this.answered(name, ended.answer);
        const { statusCode = 200, body } = ended.answer;
        return { status: statusCode, body: body ? (JSON.parse(body) as Answer['body']) : {} };
      }
      case 'threw': // API Gateway says it to the caller
        return { status: 500, body: {} };
      case 'died':
        return { status: undefined, body: {} };
    }
  }

  /** @throws what the function threw, or that it died, as Step Functions is told */
  async deadline(input: TimerInput, key: string): Promise<void> {
    if (this.atOnce >= this.mostAtOnce) {
      this.throttled++;
      throw new Throttled();
    }
    this.atOnce++;
    const ended = await this.runs.start('reassign', key, () => deadline(input, { awsRequestId: key }));
    this.atOnce--;
    if (ended.kind === 'threw') throw ended.error;
    if (ended.kind === 'died') throw new Error('the function ended without an answer');
  }

  async sweep(key: string): Promise<void> {
    await this.runs.start('sweep', key, () => sweep({}, { awsRequestId: key }));
  }
}

import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { happens, reaches, sumOf } from './alarm-definition';
import type { WatchedProduct } from './watched-product';

/** Fewer requests than this in five minutes make no percentage. */
const LEAST_REQUESTS = 20;

/** What goes wrong between Twilio, people and the product. */
export function connectionAlarms({ measured, functions, api, stateMachine }: WatchedProduct) {
  const webhooks = [functions['taskrouter-webhook'], functions['conversations-webhook']] as const;
  return {
    TwilioErrors: reaches(
      measured.metricTwilioErrors(),
      5,
      [3, 3],
      'For 15 minutes calls to Twilio have failed, or got no answer',
    ),
    TwilioTooManyRequests: reaches(
      measured.metricTwilioTooManyRequests(),
      100,
      [3, 3],
      'For 15 minutes Twilio has answered 429 to many calls',
    ),
    SignatureFailures: reaches(
      measured.metricSignatureFailures(),
      10,
      [2, 2],
      'For ten minutes webhooks have come without a right signature',
    ),
    WebhooksNotTaken: reaches(
      measured.metricWebhooksNotTaken(),
      5,
      [2, 3],
      'Webhooks were answered 503, because the records or the credentials could not be reached',
    ),
    WebhooksFail: reaches(
      sumOf('errors', { taskrouter: webhooks[0].metricErrors(), conversations: webhooks[1].metricErrors() }),
      3,
      [2, 3],
      "A webhook's function crashes or takes too long",
    ),
    CallsThrottled: reaches(
      sumOf('throttles', {
        taskrouter: webhooks[0].metricThrottles(),
        conversations: webhooks[1].metricThrottles(),
        sweep: functions.sweep.metricThrottles(),
      }),
      5,
      [2, 3],
      'Lambda does not let webhooks or the sweep run, because too much runs in the account',
    ),
    ReassignFails: reaches(
      functions.reassign.metricErrors(),
      5,
      [4, 4], // a timer that fails because Twilio has too many calls does so for ten minutes at most
      'For 20 minutes the function that takes deadlines has failed',
    ),
    TimersFail: happens(
      sumOf('executions', { failed: stateMachine.metricFailed(), timedOut: stateMachine.metricTimedOut() }),
      'A timer has given up calling its function',
    ),
    ApiFails: reaches(
      new MathExpression({
        expression: `IF(requests >= ${LEAST_REQUESTS}, 100 * failed / requests, 0)`,
        usingMetrics: {
          requests: api.metricCount({ statistic: 'Sum' }),
          failed: api.metricServerError({ statistic: 'Sum' }),
        },
        label: 'percent of requests',
      }),
      5,
      [2, 3],
      'The API answers one request in twenty, or more, with 5xx',
    ),
  };
}

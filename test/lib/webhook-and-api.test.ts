import { synthesizeWithoutBundling, type Template } from '../../lib/synthesize';
import { writtenOut } from './arns';
import { onlyOf, resourcesOf, templateOf } from './templates';

const ROUTES: [routeKey: string, fn: string][] = [
  ['POST /conversations/{conversationSid}/pause', 'pause'],
  ['POST /conversations/{conversationSid}/leave', 'leave'],
  ['PATCH /conversations/{conversationSid}/pause', 'change-pause'],
  ['POST /conversations/{conversationSid}/resume', 'resume'],
  ['POST /conversations/{conversationSid}/reassign', 'reassign-conversation'],
  ['POST /conversations/{conversationSid}/complete', 'complete'],
  ['POST /conversations/{conversationSid}/end', 'end'],
  ['POST /service/conversations/{conversationSid}/invite', 'service-invite'],
  ['GET /conversations/{conversationSid}', 'get-conversation'],
  ['GET /conversations/{conversationSid}/history', 'get-history'],
  ['GET /paused', 'list-paused'],
  ['GET /left', 'list-left'],
  ['GET /paused/summary', 'summarize-paused'],
  ['GET /agents', 'list-agents'],
  ['POST /handover', 'handover'],
  ['GET /settings', 'get-settings'],
  ['PUT /settings', 'put-settings'],
  ['GET /health', 'health'],
  ['POST /webhooks/taskrouter', 'taskrouter-webhook'],
  ['POST /webhooks/conversations', 'conversations-webhook'],
  ['$default', 'not-found'],
];

/** Route keys with the function behind each, followed through its integration. */
function routesOf(template: Template): Record<string, string> {
  return Object.fromEntries(
    resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      const { RouteKey, Target } = Properties as {
        RouteKey: string;
        Target: { 'Fn::Join': [string, [string, { Ref: string }]] };
      };
      const integration = template.Resources[Target['Fn::Join'][1][1].Ref];
      const arn = writtenOut(template, integration?.Properties['IntegrationUri']);
      return [RouteKey, arn.replace(/.*:/, '')];
    }),
  );
}

describe('API', () => {
  const { template } = synthesizeWithoutBundling();
  const routes = routesOf(template);

  it.each(ROUTES)('%s is answered by %s', (routeKey, fn) => {
    expect(routes[routeKey]).toBe(fn);
  });

  it('has no other route', () => {
    expect(Object.keys(routes)).toHaveLength(ROUTES.length);
  });

  it('lets in by IAM who calls the routes for custom logic, and checks no other route itself', () => {
    const checked = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      Properties['RouteKey'],
      Properties['AuthorizationType'],
    ]);
    expect(Object.fromEntries(checked)).toEqual(
      Object.fromEntries(
        ROUTES.map(([routeKey]) => [routeKey, routeKey.includes(' /service/') ? 'AWS_IAM' : 'NONE']),
      ),
    );
  });

  it('logs each request, with neither address, path, query nor agent', () => {
    const { Properties } = onlyOf(template, 'AWS::ApiGatewayV2::Stage');
    const { Format } = Properties['AccessLogSettings'] as { Format: string };
    expect(Object.values(JSON.parse(Format) as object)).toEqual([
      '$context.requestId',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.integrationLatency',
      '$context.error.message',
      '$context.integrationErrorMessage',
    ]);
  });

  it('sends events of payload version 2.0, which keep the raw query for signatures', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::ApiGatewayV2::Integration')) {
      expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
    }
  });

  it('is served at the root, by the stage $default', () => {
    expect(onlyOf(template, 'AWS::ApiGatewayV2::Stage').Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
    });
  });
});

describe('throttles', () => {
  const stageOf = (template: Template) => onlyOf(template, 'AWS::ApiGatewayV2::Stage');
  const limits = (rate: number, burst: number) => ({
    ThrottlingRateLimit: rate,
    ThrottlingBurstLimit: burst,
  });

  it.each([
    ['by default', undefined, limits(1_000, 1_000)],
    ['that are given', { rateLimit: 20, burstLimit: 50 }, limits(20, 50)],
    ['of which one is given', { rateLimit: 20 }, limits(20, 1_000)],
  ])('%s hold for every route, and for each of Twilio apart from all others', (_, throttle, expected) => {
    expect(stageOf(templateOf({ throttle })).Properties).toMatchObject({
      DefaultRouteSettings: expected,
      RouteSettings: {
        'POST /webhooks/taskrouter': expected,
        'POST /webhooks/conversations': expected,
      },
    });
  });

  it('wait for the routes that have their own', () => {
    const template = templateOf();
    const keys = stageOf(template).DependsOn?.map((id) => template.Resources[id]?.Properties['RouteKey']);
    expect(keys).toEqual(
      expect.arrayContaining(['POST /webhooks/taskrouter', 'POST /webhooks/conversations']),
    );
  });
});

describe('CORS', () => {
  it('is off where no origin is given', () => {
    const { Properties } = onlyOf(templateOf(), 'AWS::ApiGatewayV2::Api');
    expect(Properties['CorsConfiguration']).toBeUndefined();
  });

  it('lets the origins given use the methods and headers of the API, and no more', () => {
    const template = templateOf({ corsOrigins: ['https://flex.twilio.com', 'http://localhost:3000'] });
    expect(onlyOf(template, 'AWS::ApiGatewayV2::Api').Properties['CorsConfiguration']).toEqual({
      AllowOrigins: ['https://flex.twilio.com', 'http://localhost:3000'],
      AllowMethods: ['GET', 'POST', 'PUT', 'PATCH'],
      AllowHeaders: ['authorization', 'content-type', 'if-match', 'if-none-match'],
      ExposeHeaders: ['x-request-id', 'retry-after', 'etag'],
    });
  });
});

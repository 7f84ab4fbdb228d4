import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from './function-names';
import { DEFAULT_ROUTE, isForTwilio, ROUTES } from './routes';

/** A tenth of the rate that all APIs of an account have together in a region, by default. */
const THROTTLE: Required<apigw.ThrottleSettings> = { rateLimit: 1_000, burstLimit: 1_000 };

/** A line for each request, also for those that reach no function. It has neither addresses nor paths, which name conversations. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    functionMilliseconds: '$context.integrationLatency',
    error: '$context.error.message',
    functionError: '$context.integrationErrorMessage',
  }),
);

export interface WebhookAndApiProps {
  readonly functions: Readonly<Record<FunctionName, lambda.IFunction>>;
  /** Origins of pages that may call the API; none: no CORS at all. */
  readonly corsOrigins: readonly string[];
  /** @default - 1,000 requests a second, and as many at once */
  readonly throttle?: apigw.ThrottleSettings;
  readonly logRetention: logs.RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * One HTTP API for agents, supervisors, Twilio's webhooks and custom logic. The handlers check their callers, but custom
 * logic is let in by IAM.
 */
export class WebhookAndApi extends Construct {
  readonly api: apigw.HttpApi;
  private readonly serviceRoutes: apigw.HttpRoute[] = [];

  constructor(scope: Construct, id: string, props: WebhookAndApiProps) {
    super(scope, id);
    const integrationOf = (name: FunctionName) => new HttpLambdaIntegration(name, props.functions[name]);
    this.api = new apigw.HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      corsPreflight: props.corsOrigins.length > 0 ? preflight(props.corsOrigins) : undefined,
      defaultIntegration: integrationOf(DEFAULT_ROUTE),
      createDefaultStage: false,
    });
    const routesForTwilio: apigw.HttpRoute[] = [];
    for (const route of ROUTES) {
      const { method, path, fn, isForService } = route;
      const authorizer = isForService ? new HttpIamAuthorizer() : undefined;
      const added = this.api.addRoutes({
        methods: [method],
        path,
        integration: integrationOf(fn),
        authorizer,
      });
      if (isForService) this.serviceRoutes.push(...added);
      if (isForTwilio(route)) routesForTwilio.push(...added);
    }
    this.addStage({ ...THROTTLE, ...props.throttle }, routesForTwilio, props);
  }

  /** @param apart routes with a throttle of their own: whoever floods the others takes nothing from these */
  private addStage(
    throttle: Required<apigw.ThrottleSettings>,
    apart: readonly apigw.HttpRoute[],
    { logRetention, removalPolicy }: WebhookAndApiProps,
  ): void {
    const logGroup = new logs.LogGroup(this, 'AccessLog', { retention: logRetention, removalPolicy });
    const destination = new apigw.LogGroupLogDestination(logGroup);
    const stage = this.api.addStage('DefaultStage', {
      autoDeploy: true,
      throttle,
      accessLogSettings: { destination, format: ACCESS_LOG },
    });
    const settings = { ThrottlingRateLimit: throttle.rateLimit, ThrottlingBurstLimit: throttle.burstLimit };
    const cfnStage = stage.node.defaultChild as apigw.CfnStage;
    cfnStage.routeSettings = Object.fromEntries(apart.map(({ path }) => [`POST ${path}`, settings]));
    stage.node.addDependency(...apart); // settings of a route that is not there yet are refused
  }

  /** Lets a principal of the same account call the routes for custom logic. */
  grantService(grantee: iam.IGrantable): void {
    for (const route of this.serviceRoutes) route.grantInvoke(grantee);
  }
}

function preflight(origins: readonly string[]): apigw.CorsPreflightOptions {
  const { GET, POST, PUT, PATCH } = apigw.CorsHttpMethod;
  return {
    allowOrigins: [...origins],
    allowMethods: [GET, POST, PUT, PATCH],
    allowHeaders: ['authorization', 'content-type', 'if-match', 'if-none-match'],
    exposeHeaders: ['x-request-id', 'retry-after', 'etag'],
  };
}

import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { apiDomain } from './api-domain';
import type { FunctionName } from './function-names';
import type { ApiDomainProps } from './leave-and-pause-props';
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
  /** @default - the API's own endpoint */
  readonly domain?: ApiDomainProps;
}

/**
 * One HTTP API for agents, supervisors, Twilio's webhooks and custom logic. The handlers check their callers, but custom
 * logic is let in by IAM.
 */
export class WebhookAndApi extends Construct {
  readonly api: apigw.HttpApi;
  readonly domain?: apigw.DomainName;
  /** Where the API answers, without a slash at its end. */
  readonly endpoint: string;
  private readonly serviceRoutes: apigw.HttpRoute[] = [];

  constructor(scope: Construct, id: string, props: WebhookAndApiProps) {
    super(scope, id);
    this.domain = props.domain && apiDomain(this, props.domain);
    const integrationOf = (name: FunctionName) => new HttpLambdaIntegration(name, props.functions[name]);
    this.api = new apigw.HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      corsPreflight: props.corsOrigins.length > 0 ? preflight(props.corsOrigins) : undefined,
      defaultIntegration: integrationOf(DEFAULT_ROUTE),
      createDefaultStage: false,
      // One address: a second one would be another door to watch, and its signatures are wrong anyway.
      disableExecuteApiEndpoint: this.domain && true,
    });
    this.endpoint = props.domain ? `https://${props.domain.name}` : this.api.apiEndpoint;
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
    const domainMapping = this.domain && { domainName: this.domain };
    const stage = this.api.addStage('DefaultStage', {
      autoDeploy: true,
      throttle,
      domainMapping,
      accessLogSettings: { destination, format: ACCESS_LOG },
    });
    const settings = { ThrottlingRateLimit: throttle.rateLimit, ThrottlingBurstLimit: throttle.burstLimit };
    const cfnStage = stage.node.defaultChild as apigw.CfnStage;
    cfnStage.routeSettings = Object.fromEntries(apart.map(({ path }) => [`POST ${path}`, settings]));
    stage.node.addDependency(...apart); // settings of a route that is not there yet are refused
  }

  /** Lets a principal of the same account call the routes for custom logic. */
  grantService(grantee: iam.IGrantable): iam.Grant {
    return this.serviceRoutes
      .map((route) => route.grantInvoke(grantee))
      .reduce((all, one) => all.combine(one));
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

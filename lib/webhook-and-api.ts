import { Stack } from 'aws-cdk-lib';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionName } from './function-names';
import { DEFAULT_ROUTE, ROUTES } from './routes';

export interface WebhookAndApiProps {
  readonly functions: Readonly<Record<FunctionName, lambda.IFunction>>;
  /** Origins of pages that may call the API; none: no CORS at all. */
  readonly corsOrigins: readonly string[];
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
    });
    for (const { method, path, fn, isForService } of ROUTES) {
      const authorizer = isForService ? new HttpIamAuthorizer() : undefined;
      const added = this.api.addRoutes({
        methods: [method],
        path,
        integration: integrationOf(fn),
        authorizer,
      });
      if (isForService) this.serviceRoutes.push(...added);
    }
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

import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';

/**
 * Whether API Gateway found the request signed by a principal of IAM that may call the route. Also looked at here, so
 * that a route that has lost its authorizer lets nobody in.
 */
export function isSignedForIam({ requestContext }: APIGatewayProxyEventV2): boolean {
  const { authorizer } = requestContext as Partial<APIGatewayProxyEventV2WithIAMAuthorizer['requestContext']>;
  return typeof authorizer?.iam?.userArn === 'string';
}

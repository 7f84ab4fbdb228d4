import { type APIGatewayProxyEventV2, type APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { ACCOUNT } from './template';

/** Who signs, where every request counts as signed. */
const PRINCIPAL = {
  accessKey: 'AKIALOCAL',
  accountId: ACCOUNT,
  callerId: 'AIDALOCAL',
  cognitoIdentity: null,
  principalOrgId: 'o-local',
  userArn: `arn:aws:iam::${ACCOUNT}:user/local`,
  userId: 'AIDALOCAL',
};

/**
 * The event of a request that a principal of the account has signed. Source: API Gateway developer guide, payload
 * format 2.0.
 */
export function signed(event: APIGatewayProxyEventV2): APIGatewayProxyEventV2WithIAMAuthorizer {
  return { ...event, requestContext: { ...event.requestContext, authorizer: { iam: PRINCIPAL } } };
}

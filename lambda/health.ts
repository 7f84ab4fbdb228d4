import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { tagged, withRequestId } from './http/reply';
import { required } from './runtime/environment';

/** GET /health */
export async function handler(event: APIGatewayProxyEventV2) {
  return withRequestId(tagged(event, { status: 'ok', version: required('PRODUCT_VERSION') }), event);
}

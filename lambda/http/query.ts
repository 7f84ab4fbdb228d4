import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The parameters of the query; one that is given more than once has all its values, as API Gateway joins them. */
export function queryOf({ rawQueryString }: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const query = new URLSearchParams(rawQueryString);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

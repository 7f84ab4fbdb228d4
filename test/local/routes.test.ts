import { findRoute, type Route, routesOf } from '../../local/routes';
import { TEMPLATE } from './fixtures/template';

const ROUTES: Route[] = ['$default', 'GET /a/{id}', 'GET /a/b', 'POST /a/{id}', 'ANY /any', 'GET /any'].map(
  (routeKey) => ({ routeKey, functionId: routeKey }),
);

it('reads routes and their functions from the template', () => {
  expect(routesOf(TEMPLATE)).toEqual([
    { routeKey: 'POST /conversations/{conversationSid}/pause', functionId: 'PauseFn' },
    { routeKey: 'ANY /echo', functionId: 'EchoFn' },
  ]);
});

it.each([
  ['GET', '/a/1', 'GET /a/{id}', { id: '1' }],
  ['POST', '/a/1', 'POST /a/{id}', { id: '1' }],
  ['GET', '/a/b', 'GET /a/b', {}],
  ['GET', '/a/x%20y', 'GET /a/{id}', { id: 'x y' }],
  ['GET', '/a/%zz', 'GET /a/{id}', { id: '%zz' }],
  ['GET', '/any', 'GET /any', {}],
  ['DELETE', '/any', 'ANY /any', {}],
  ['PUT', '/a/1', '$default', {}],
  ['GET', '/a/', '$default', {}],
  ['GET', '/a/1/c', '$default', {}],
])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
  expect(findRoute(ROUTES, method, path)).toEqual({
    route: { routeKey, functionId: routeKey },
    pathParameters,
  });
});

it('finds nothing where no route matches and there is no default', () => {
  expect(findRoute(routesOf(TEMPLATE), 'GET', '/nothing')).toBeUndefined();
});

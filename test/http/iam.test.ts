import { isSignedForIam } from '../../lambda/http/iam';
import { signed } from '../../local/signed-event';
import { apiEvent } from './events';

const withAuthorizer = (authorizer: unknown) => {
  const event = apiEvent();
  return { ...event, requestContext: { ...event.requestContext, authorizer } };
};

it("lets in a request of which API Gateway's IAM authorizer tells who signed it", () => {
  expect(isSignedForIam(signed(apiEvent()))).toBe(true);
});

it.each([
  ['no authorizer', undefined],
  ['none that is IAM', { jwt: { claims: {}, scopes: null } }],
  ['nobody', { iam: null }],
  ['nobody by name', { iam: { userArn: null } }],
])('lets in nobody where the event tells of %s', (_, authorizer) => {
  expect(isSignedForIam(withAuthorizer(authorizer))).toBe(false);
});

it('lets in nobody by what a caller can write: a header', () => {
  expect(isSignedForIam(apiEvent({ headers: { authorization: 'AWS4-HMAC-SHA256 Credential=x' } }))).toBe(
    false,
  );
});

import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import type { LeaveAndPauseProps } from '../../lib/leave-and-pause-props';
import { appWithoutBundling, onlyOf, resourcesOf, templateIn, TWILIO } from './templates';

const DOMAIN = {
  name: 'pause.example.com',
  certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/one',
};

function templateWith(props: Partial<LeaveAndPauseProps>) {
  const app = appWithoutBundling();
  return templateIn(app, new LeaveAndPauseStack(app, 'Stack', { twilio: TWILIO, ...props }));
}

describe('a domain of your own', () => {
  const template = templateWith({ domain: DOMAIN });
  const [[domainId] = ['']] = resourcesOf(template, 'AWS::ApiGatewayV2::DomainName');

  it('takes TLS 1.2 at the least, with the certificate given', () => {
    expect(onlyOf(template, 'AWS::ApiGatewayV2::DomainName').Properties).toEqual({
      DomainName: 'pause.example.com',
      DomainNameConfigurations: [
        { CertificateArn: DOMAIN.certificateArn, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
      ],
    });
  });

  it('leads to the API, at its root', () => {
    const [[apiId] = ['']] = resourcesOf(template, 'AWS::ApiGatewayV2::Api');
    expect(onlyOf(template, 'AWS::ApiGatewayV2::ApiMapping').Properties).toEqual({
      ApiId: { Ref: apiId },
      DomainName: { Ref: domainId },
      Stage: '$default',
    });
  });

  it('is the only door', () => {
    expect(onlyOf(template, 'AWS::ApiGatewayV2::Api').Properties['DisableExecuteApiEndpoint']).toBe(true);
  });

  it('is what Twilio calls and signs, and DNS points at its target', () => {
    const get = (attribute: string) => ({ 'Fn::GetAtt': [domainId, attribute] });
    const values = Object.entries(template.Outputs).map(([name, { Value }]) => [name, Value]);
    expect(Object.fromEntries(values)).toMatchObject({
      ApiUrl: 'https://pause.example.com',
      ApiDomainTarget: get('RegionalDomainName'),
      ApiDomainHostedZoneId: get('RegionalHostedZoneId'),
    });
  });

  it('is where the desk finds the API', () => {
    const withDesk = templateWith({ domain: DOMAIN, desk: {}, corsOrigins: ['https://flex.twilio.com'] });
    const { Origins } = onlyOf(withDesk, 'AWS::CloudFront::Distribution').Properties[
      'DistributionConfig'
    ] as { Origins: { DomainName: unknown; CustomOriginConfig?: object }[] };
    const api = Origins.find(({ CustomOriginConfig }) => CustomOriginConfig !== undefined);
    expect(api?.DomainName).toBe('pause.example.com');
  });

  it('may have something before it, which is then what Twilio signs', () => {
    const { Outputs } = templateWith({ domain: DOMAIN, publicUrl: 'https://front.example.com' });
    expect(Outputs['ApiUrl']?.Value).toBe('https://front.example.com');
  });
});

it('without a domain of your own, the API answers at its own endpoint', () => {
  const template = templateWith({});
  expect(onlyOf(template, 'AWS::ApiGatewayV2::Api').Properties).not.toHaveProperty(
    'DisableExecuteApiEndpoint',
  );
  expect(resourcesOf(template, 'AWS::ApiGatewayV2::DomainName')).toEqual([]);
  expect(template.Outputs).not.toHaveProperty('ApiDomainTarget');
});

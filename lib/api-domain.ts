import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { ApiDomainProps } from './leave-and-pause-props';

/** A domain of your own in this region, which takes TLS 1.2 at the least. Whose DNS it is points it here. */
export function apiDomain(scope: Construct, { name, certificateArn }: ApiDomainProps): apigw.DomainName {
  return new apigw.DomainName(scope, 'Domain', {
    domainName: name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    endpointType: apigw.EndpointType.REGIONAL,
    securityPolicy: apigw.SecurityPolicy.TLS_1_2,
  });
}

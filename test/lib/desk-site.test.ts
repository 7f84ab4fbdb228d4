import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';
import { BUNDLING_STACKS, VALIDATION_REPORT_FILE } from 'aws-cdk-lib/cx-api';
import { deskFiles } from '../../lib/desk-files';
import type { LeaveAndPauseProps } from '../../lib/leave-and-pause-props';
import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { cdkContext, type Template } from '../../lib/synthesize';
import { appWithoutBundling, onlyOf, resourcesOf, templateIn, TWILIO } from './templates';

const FLEX = 'https://flex.twilio.com';
const DOMAIN = {
  name: 'desk.example.com',
  certificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/one`,
};

function templateWith(props: Partial<LeaveAndPauseProps> = {}): Template {
  const app = appWithoutBundling();
  const stack = new LeaveAndPauseStack(app, 'Stack', {
    twilio: TWILIO,
    corsOrigins: [FLEX],
    desk: {},
    ...props,
  });
  return templateIn(app, stack);
}

describe('the desk on AWS', () => {
  const template = templateWith();
  const distribution = () =>
    onlyOf(template, 'AWS::CloudFront::Distribution').Properties['DistributionConfig'] as Record<
      string,
      unknown
    >;

  it('is not there unless it is asked for', () => {
    const without = templateWith({ desk: undefined });
    for (const type of ['AWS::S3::Bucket', 'AWS::CloudFront::Distribution', 'Custom::CDKBucketDeployment']) {
      expect(resourcesOf(without, type)).toEqual([]);
    }
    expect(without.Outputs).not.toHaveProperty('DeskUrl');
  });

  it('is as it was', () => {
    const without = templateWith({ desk: undefined });
    const added = Object.entries(template.Resources).filter(([id]) => !(id in without.Resources));
    expect(Object.fromEntries(added)).toMatchSnapshot();
  });

  it('changes nothing of the rest', () => {
    const without = templateWith({ desk: undefined });
    expect(template.Resources).toMatchObject(without.Resources);
    expect(template.Outputs).toMatchObject(without.Outputs);
  });

  it('is in a bucket that is encrypted, closed to the public, and speaks only TLS', () => {
    expect(onlyOf(template, 'AWS::S3::Bucket').Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const { Statement } = onlyOf(template, 'AWS::S3::BucketPolicy').Properties['PolicyDocument'] as {
      Statement: object[];
    };
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  it('is read by its own distribution, and by nobody else', () => {
    const [id] = resourcesOf(template, 'AWS::CloudFront::Distribution')[0]!;
    const { Statement } = onlyOf(template, 'AWS::S3::BucketPolicy').Properties['PolicyDocument'] as {
      Statement: { Action: string; Effect: string }[];
    };
    const reading = Statement.filter(({ Action, Effect }) => Effect === 'Allow' && Action === 's3:GetObject');
    expect(reading).toHaveLength(1);
    expect(reading[0]).toMatchObject({ Principal: { Service: 'cloudfront.amazonaws.com' } });
    expect(JSON.stringify(reading[0])).toContain(`{"Ref":"${id}"}`);
    expect(onlyOf(template, 'AWS::CloudFront::OriginAccessControl').Properties).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
  });

  it('is served by HTTPS only, under the policy of the page', () => {
    const [policyId, policy] = resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy')[0]!;
    expect(distribution()).toMatchObject({
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: 'redirect-to-https',
        ResponseHeadersPolicyId: { Ref: policyId },
      },
    });
    const { SecurityHeadersConfig: headers } = policy.Properties['ResponseHeadersPolicyConfig'] as {
      SecurityHeadersConfig: Record<string, object>;
    };
    expect(headers).toMatchObject({
      ContentSecurityPolicy: {
        ContentSecurityPolicy:
          "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; " +
          "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        Override: true,
      },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
    });
  });

  it('asks its own address for what people ask the API for, and for nothing else', () => {
    const { CacheBehaviors, Origins } = distribution() as {
      CacheBehaviors: { PathPattern: string; TargetOriginId: string }[];
      Origins: { Id: string; CustomOriginConfig?: object }[];
    };
    expect(CacheBehaviors.map(({ PathPattern }) => PathPattern).sort()).toEqual([
      '/agents',
      '/conversations/*',
      '/handover',
      '/health',
      '/left',
      '/paused',
      '/paused/*',
      '/settings',
    ]);
    const api = Origins.find(({ CustomOriginConfig }) => CustomOriginConfig !== undefined);
    expect(api).toMatchObject({ CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } });
    for (const behavior of CacheBehaviors) {
      expect(behavior).toMatchObject({
        TargetOriginId: api?.Id,
        ViewerProtocolPolicy: 'https-only',
        AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH']) as string[],
        // AWS's own: CachingDisabled, and AllViewerExceptHostHeader, which hands on the token.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      });
    }
  });

  it('puts the script there to be kept, and then the page to be asked for each time', () => {
    const deployments = resourcesOf(template, 'Custom::CDKBucketDeployment');
    const [scriptsId, scripts] = deployments.find(([id]) => id.includes('Scripts'))!;
    const [, page] = deployments.find(([id]) => id.includes('Page'))!;
    expect(scripts.Properties).toMatchObject({
      Exclude: ['index.html', 'config.json'],
      Prune: false,
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(page).toMatchObject({
      Properties: {
        Exclude: ['*'],
        Include: ['index.html', 'config.json'],
        Prune: false,
        SystemMetadata: { 'cache-control': 'no-cache' },
      },
      DependsOn: expect.arrayContaining([scriptsId]) as string[],
    });
  });

  it('puts out its address', () => {
    const [id] = resourcesOf(template, 'AWS::CloudFront::Distribution')[0]!;
    expect(template.Outputs['DeskUrl']?.Value).toEqual({
      'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [id, 'DomainName'] }]],
    });
  });

  it('may have a domain of its own, with TLS of 2021 or newer', () => {
    const withDomain = templateWith({ desk: { domain: DOMAIN } });
    expect(
      onlyOf(withDomain, 'AWS::CloudFront::Distribution').Properties['DistributionConfig'],
    ).toMatchObject({
      Aliases: ['desk.example.com'],
      ViewerCertificate: {
        AcmCertificateArn: DOMAIN.certificateArn,
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    });
    expect(withDomain.Outputs['DeskUrl']?.Value).toBe('https://desk.example.com');
  });
});

describe('what a deploy hands over', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'flex-leave-pause-test-'));
  beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true)); // CDK says what it bundles
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

  it('is the built desk', () => {
    const folder = join(outdir, 'files');
    const app = new App({ outdir: folder, builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Stack');
    new BucketDeployment(stack, 'Files', {
      sources: [deskFiles()],
      destinationBucket: new Bucket(stack, 'Bucket'),
    });
    app.synth();
    const page = filesIn(folder).find((file) => basename(file) === 'index.html')!;
    const [script, ...others] = readdirSync(dirname(page)).filter((file) => file !== 'index.html');
    expect([script, others]).toEqual([expect.stringMatching(/^desk-[0-9A-Z]{8}\.js$/), []]);
    expect(readFileSync(page, 'utf8')).toContain(`src="${script}"`);
  });

  it('is a configuration, and nothing that CloudFormation is known to refuse or warn of', () => {
    const folder = join(outdir, 'stack');
    const app = new App({ outdir: folder, context: { ...cdkContext(), [BUNDLING_STACKS]: [] } });
    new LeaveAndPauseStack(app, 'Stack', { twilio: TWILIO, corsOrigins: [FLEX], desk: { domain: DOMAIN } });
    app.synth();
    const config = filesIn(folder).find((file) => basename(file) === 'config.json')!;
    expect(JSON.parse(readFileSync(config, 'utf8'))).toEqual({ apiUrl: '', pluginOrigins: [FLEX] });
    const report = JSON.parse(readFileSync(join(folder, VALIDATION_REPORT_FILE), 'utf8')) as {
      pluginReports: { violations: unknown[] }[];
    };
    expect(report.pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
  });
});

import { Duration, Fn, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { ASK_EACH_TIME, contentSecurityPolicy, KEEP_FOR_EVER } from '../desk/page-headers';
import { deskFiles } from './desk-files';
import type { DeskProps } from './leave-and-pause-props';
import { pathsForPeople } from './routes';

/** What is new with each deploy under the same name. */
const PAGE = ['index.html', 'config.json'];
const ONE_YEAR = Duration.days(365);

export interface DeskSiteProps extends DeskProps {
  /** Where the API answers, without a slash at its end. */
  readonly apiUrl: string;
  /** Origins of the pages that open the desk and hand it their token. */
  readonly pluginOrigins: readonly string[];
  readonly logRetention: logs.RetentionDays;
}

/**
 * The desk's page on CloudFront, out of a bucket that nobody else reads, and at the same address the routes of the API
 * that people use: so the page asks no other address than its own (ADR 0011).
 */
export class DeskSite extends Construct {
  /** Without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: DeskSiteProps) {
    super(scope, id);
    const bucket = new s3.Bucket(this, 'Bucket', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Each deploy makes again what is in it.
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    const distribution = this.distribute(bucket, props);
    this.fill(bucket, props);
    this.url = `https://${props.domain?.name ?? distribution.distributionDomainName}`;
  }

  private distribute(bucket: s3.Bucket, { apiUrl, domain }: DeskSiteProps): cloudfront.Distribution {
    const { HTTPS_ONLY, REDIRECT_TO_HTTPS } = cloudfront.ViewerProtocolPolicy;
    const behaviorOfApi: cloudfront.BehaviorOptions = {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', apiUrl))),
      viewerProtocolPolicy: HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    return new cloudfront.Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.pageHeaders(),
      },
      additionalBehaviors: Object.fromEntries(pathsForPeople().map((path) => [path, behaviorOfApi])),
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      ...(domain && {
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
    });
  }

  private pageHeaders(): cloudfront.ResponseHeadersPolicy {
    return new cloudfront.ResponseHeadersPolicy(this, 'PageHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(), override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: {
          referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER,
          override: true,
        },
        strictTransportSecurity: { accessControlMaxAge: ONE_YEAR, override: true },
      },
    });
  }

  /** First the script, then the page that loads it. Earlier scripts stay for pages that are open. */
  private fill(bucket: s3.Bucket, { pluginOrigins, logRetention }: DeskSiteProps): void {
    const logGroup = new logs.LogGroup(this, 'DeploymentLogs', {
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const files = deskFiles();
    const shared = { destinationBucket: bucket, prune: false, logGroup };
    const scripts = new BucketDeployment(this, 'Scripts', {
      ...shared,
      sources: [files],
      exclude: PAGE,
      cacheControl: [CacheControl.fromString(KEEP_FOR_EVER)],
    });
    const page = new BucketDeployment(this, 'Page', {
      ...shared,
      sources: [files, Source.jsonData('config.json', { apiUrl: '', pluginOrigins })],
      exclude: ['*'],
      include: PAGE,
      cacheControl: [CacheControl.fromString(ASK_EACH_TIME)],
    });
    page.node.addDependency(scripts);
  }
}

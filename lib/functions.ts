import { Duration, type RemovalPolicy, type CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { handlerCode } from './bundle';
import { FUNCTION_NAMES, TIMEOUT_SECONDS, type FunctionName } from './function-names';

/** Metadata key of a function in the template: its name, which is its entry file's. */
export const NAME_METADATA = 'flex-leave-pause:entry';

export interface FunctionsProps {
  readonly entryDir: string;
  readonly logRetention: logs.RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  /** By X-Ray. */
  readonly tracing: boolean;
  /** Runs of `reassign` at once. @default - as many as the account allows */
  readonly reassignConcurrency?: number;
}

/**
 * Every Lambda function, with the defaults they share. Each may write to its own log group and nothing else;
 * what more one may do is granted by the owner of the thing, together with the variable that names it.
 */
export class Functions extends Construct {
  readonly byName: Readonly<Record<FunctionName, lambda.Function>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FunctionsProps,
  ) {
    super(scope, id);
    this.byName = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, this.define(name)])) as Record<
      FunctionName,
      lambda.Function
    >;
  }

  private define(name: FunctionName): lambda.Function {
    const { entryDir, logRetention, removalPolicy, tracing, reassignConcurrency } = this.props;
    const id = pascalCase(name);
    const logGroup = new logs.LogGroup(this, `${id}Logs`, { retention: logRetention, removalPolicy });
    const role = new iam.Role(this, `${id}Role`, {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    const fn = new lambda.Function(this, id, {
      code: handlerCode(entryDir, name),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(TIMEOUT_SECONDS[name]),
      // Of no other function: a webhook that is throttled is a lost one, and a sweep is one at a time by itself.
      reservedConcurrentExecutions: name === 'reassign' ? reassignConcurrency : undefined,
      tracing: tracing ? lambda.Tracing.ACTIVE : lambda.Tracing.DISABLED,
      role,
      logGroup,
    });
    (fn.node.defaultChild as CfnResource).addMetadata(NAME_METADATA, name);
    return fn;
  }
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

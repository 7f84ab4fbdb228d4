import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { OperatorError } from '../operator-error';
import { deploymentFrom, type Found } from './deployment';

/** What a stack puts out. @throws OperatorError: there is no such stack in this account and region */
export async function fromStack(client: CloudFormationClient, stackName: string): Promise<Found> {
  const outputs = await outputsOf(client, stackName);
  return { deployment: deploymentFrom(stackName, outputs), environment: {}, now: new Date() };
}

async function outputsOf(client: CloudFormationClient, stackName: string): Promise<Record<string, string>> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const outputs = Stacks[0]?.Outputs ?? [];
    return Object.fromEntries(
      outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    );
  } catch (error) {
    if ((error as Error).name !== 'ValidationError') throw error;
    throw new OperatorError(`There is no stack ${stackName} in this account and region.`);
  }
}

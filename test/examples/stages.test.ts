import { STAGES } from '../../examples/stages/stages';
import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { appWithoutBundling, onlyOf, resourcesOf, templateIn } from '../lib/templates';

function synthesized(stage: string) {
  const app = appWithoutBundling();
  const stack = new LeaveAndPauseStack(app, `flex-leave-pause-${stage}`, STAGES[stage]!);
  const { terminationProtection } = app.synth().getStackByName(stack.stackName);
  return { template: templateIn(app, stack), terminationProtection };
}

describe('the template of the stage', () => {
  it.each(['test', 'production', 'hipaa'])('%s is as it was', (stage) => {
    expect(synthesized(stage).template).toMatchSnapshot();
  });

  it('are all there are', () => {
    expect(Object.keys(STAGES)).toEqual(['test', 'production', 'hipaa']);
  });
});

describe('a stage with data that must not be lost', () => {
  it.each(['production', 'hipaa'])('%s keeps it, and cannot be deleted by a slip', (stage) => {
    const { template, terminationProtection } = synthesized(stage);
    expect(terminationProtection).toBe(true);
    expect(onlyOf(template, 'AWS::DynamoDB::Table')).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
  });
});

it('health data has a key of its own for all that can have one, and logs for six years', () => {
  const { template } = synthesized('hipaa');
  const [[keyId] = ['']] = resourcesOf(template, 'AWS::KMS::Key');
  const arn = { 'Fn::GetAtt': [keyId, 'Arn'] };
  expect(onlyOf(template, 'AWS::DynamoDB::Table').Properties['SSESpecification']).toMatchObject({
    KMSMasterKeyId: arn,
  });
  expect(onlyOf(template, 'AWS::Events::EventBus').Properties['KmsKeyIdentifier']).toEqual(arn);
  for (const [, { Properties }] of resourcesOf(template, 'AWS::Logs::LogGroup')) {
    expect(Properties['RetentionInDays']).toBe(2192);
  }
});

import { functionNameOf, synthesizeWithoutBundling } from '../../lib/synthesize';
import { writtenOut } from './arns';
import { onlyOf, resourcesOf } from './templates';

const SWEEP = 'arn:aws:lambda:region:account:function:sweep';

describe('sweep schedule', () => {
  const { template } = synthesizeWithoutBundling();
  const rule = onlyOf(template, 'AWS::Events::Rule');
  const targets = rule.Properties['Targets'] as { Arn: unknown; RetryPolicy: unknown }[];

  it('sweeps each minute', () => {
    expect(rule.Properties).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
    expect(targets.map(({ Arn }) => writtenOut(template, Arn))).toEqual([SWEEP]);
  });

  it('does not repeat an event that could not be delivered', () => {
    expect(targets[0]?.RetryPolicy).toEqual({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
  });

  it('does not repeat a sweep that failed', () => {
    const { Properties } = onlyOf(template, 'AWS::Lambda::EventInvokeConfig');
    expect(writtenOut(template, Properties['FunctionName'])).toBe(SWEEP);
    expect(Properties).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
  });

  it('ends before the next one begins', () => {
    const [, sweep] =
      resourcesOf(template, 'AWS::Lambda::Function').find(
        ([id]) => functionNameOf(template, id) === 'sweep',
      ) ?? [];
    expect(sweep?.Properties['Timeout']).toBeLessThan(60);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { appWithoutBundling, TWILIO } from './templates';

interface Finding {
  /** Such as `AwsSolutions-IAM5`. */
  readonly rule: string;
  /** Path of the construct, without the stack's name. */
  readonly path: string;
}

/** What cdk-nag finds in a stack that has all there is, with nothing suppressed. */
function findings(): Finding[] {
  const app = appWithoutBundling();
  new LeaveAndPauseStack(app, 'Stack', {
    twilio: TWILIO,
    corsOrigins: ['https://flex.twilio.com'],
    desk: {},
  });
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath = '' }) => ({
        rule: ruleName.replace(/\[.*/, ''),
        path: constructPath.replace(/^Stack\//, ''),
      })),
    );
}

/** The rows of docs/security.md that explain a finding: its rule, where it is, and why it stays. */
function explanations(): (Finding & { readonly why: string })[] {
  const text = readFileSync(join(__dirname, '../../docs/security.md'), 'utf8');
  return [...text.matchAll(/^\| `(AwsSolutions-\w+)` +\| `([^`]+)` +\| (.*?) *\|$/gm)].map(
    ([, rule = '', path = '', why = '']) => ({ rule, path, why }),
  );
}

describe('what cdk-nag (AwsSolutions) finds', () => {
  const found = findings();
  const explained = explanations();
  const isAbout = (explanation: Finding, { rule, path }: Finding) =>
    explanation.rule === rule && path.startsWith(explanation.path);

  it('is something, so that it has looked', () => {
    expect(found.length).toBeGreaterThan(0);
  });

  it('is explained in docs/security.md, each of it', () => {
    expect(found.filter((finding) => !explained.some((each) => isAbout(each, finding)))).toEqual([]);
  });

  it('is all that is explained there', () => {
    expect(explained.filter((each) => !found.some((finding) => isAbout(each, finding)))).toEqual([]);
    expect(explained.filter(({ why }) => why.length < 20)).toEqual([]);
  });
});

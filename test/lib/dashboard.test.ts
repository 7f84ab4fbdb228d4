import { METRICS } from '../../lambda/domain/metric-names';
import { FUNCTION_NAMES } from '../../lib/function-names';
import { onlyOf, resourcesOf, templateOf } from './templates';

const template = templateOf();

/** The dashboard's JSON, of which names of resources are left out. */
function body(): string {
  const { DashboardBody } = onlyOf(template, 'AWS::CloudWatch::Dashboard').Properties;
  const { 'Fn::Join': joined } = DashboardBody as { 'Fn::Join': [string, unknown[]] };
  return joined[1].map((part) => (typeof part === 'string' ? part : 'resource')).join('');
}

describe('dashboard', () => {
  const widgets = (
    JSON.parse(body()) as {
      widgets: {
        type: string;
        width: number;
        x: number;
        properties: { title: string; metrics?: unknown[] };
      }[];
    }
  ).widgets;

  it('has all alarms at its top', () => {
    expect(widgets[0]).toMatchObject({ type: 'alarm', width: 24, properties: { title: 'Alarms' } });
    const alarms = (widgets[0]!.properties as unknown as { alarms: unknown[] }).alarms;
    expect(alarms).toHaveLength(resourcesOf(template, 'AWS::CloudWatch::Alarm').length);
  });

  it('has no graph without a title or a metric, and none beyond its edge', () => {
    for (const { width, x, properties } of widgets.slice(1)) {
      expect(properties.title).not.toBe('');
      expect(properties.metrics?.length).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(24);
    }
  });

  it('shows what the functions measure, but for what only an alarm needs', () => {
    const missing = Object.keys(METRICS).filter((name) => !body().includes(`"${name}"`));
    expect(missing).toEqual(['TimersWithoutRecord']);
  });
});

describe('saved queries', () => {
  it('are over the logs of all functions, under the name of the stack', () => {
    const queries = resourcesOf(template, 'AWS::Logs::QueryDefinition').map(
      ([, { Properties }]) => Properties,
    );
    expect(queries.map(({ Name }) => Name).sort()).toEqual([
      'Stack/One conversation',
      'Stack/One request',
      'Stack/What failed',
    ]);
    for (const { LogGroupNames } of queries) expect(LogGroupNames).toHaveLength(FUNCTION_NAMES.length);
  });
});

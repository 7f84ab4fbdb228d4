import Ajv from 'ajv';
import { DIMENSION, METRICS, type MetricName, NAMESPACE } from '../../lambda/domain/metric-names';

const name = { type: 'string', minLength: 1, maxLength: 1024 };

/** A document of the format. Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format". */
const isDocument = new Ajv().compile({
  type: 'object',
  required: ['_aws'],
  properties: {
    _aws: {
      type: 'object',
      required: ['Timestamp', 'CloudWatchMetrics'],
      properties: {
        Timestamp: { type: 'integer' },
        CloudWatchMetrics: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['Namespace', 'Dimensions', 'Metrics'],
            additionalProperties: false,
            properties: {
              Namespace: { ...name, pattern: '^[^:].*$' },
              Dimensions: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 30,
                  items: { ...name, maxLength: 250 },
                },
              },
              Metrics: {
                type: 'array',
                minItems: 1,
                maxItems: 100,
                items: {
                  type: 'object',
                  required: ['Name', 'Unit'],
                  additionalProperties: false,
                  properties: { Name: name, Unit: { enum: ['Seconds', 'Milliseconds', 'Count'] } },
                },
              },
            },
          },
        },
      },
    },
  },
});

interface Directive {
  readonly Namespace: string;
  readonly Dimensions: string[][];
  readonly Metrics: { readonly Name: MetricName; readonly Unit: string }[];
}

type Line = Readonly<Record<string, unknown>>;

/** CloudWatch Logs refuses what dates from more than two weeks before, or two hours after its coming. */
const isDated = (moment: number, now: number) =>
  moment > now - 14 * 86_400_000 && moment < now + 2 * 3_600_000;

/**
 * What CloudWatch would make of the log: the values of each metric, in their order.
 *
 * @param stack whose metrics they must be
 * @param now   milliseconds since 1970
 */
export function metricsIn(
  lines: readonly Line[],
  stack: string,
  now: number,
): Partial<Record<MetricName, number[]>> {
  const values: Partial<Record<MetricName, number[]>> = {};
  for (const line of lines.filter((each) => '_aws' in each)) {
    expect(isDocument(line) ? [] : isDocument.errors).toEqual([]);
    const metadata = line['_aws'] as { Timestamp: number; CloudWatchMetrics: Directive[] };
    expect(isDated(metadata.Timestamp, now)).toBe(true);
    for (const directive of metadata.CloudWatchMetrics) {
      expect(directive).toMatchObject({ Namespace: NAMESPACE, Dimensions: [[DIMENSION]] });
      expect(line[DIMENSION]).toBe(stack);
      for (const { Name, Unit } of directive.Metrics) {
        expect(Unit).toBe(METRICS[Name]);
        expect(Number.isFinite(line[Name])).toBe(true);
        values[Name] = [...(values[Name] ?? []), line[Name] as number];
      }
    }
  }
  return values;
}

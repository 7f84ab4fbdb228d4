import type { Metrics } from '../actions/ports';
import { DIMENSION, METRICS, type MetricName, NAMESPACE } from '../domain/metric-names';
import { clock } from './clock';
import { optional } from './environment';
import { writeLine } from './log';

/**
 * Lines in CloudWatch's embedded metric format: CloudWatch Logs makes metrics of them, and nothing is called (ADR 0016).
 * Each is a line of the log as well, with the request that it belongs to. Where METRICS_STACK is not set, as on one
 * machine, nobody collects them, and none are written.
 *
 * @param always fields of every line
 */
export function embeddedMetrics(always: Readonly<Record<string, unknown>>): Metrics {
  return {
    measure(values) {
      const stack = optional('METRICS_STACK');
      const names = Object.keys(values) as MetricName[];
      if (stack === undefined || names.length === 0) return;
      const directive = {
        Namespace: NAMESPACE,
        Dimensions: [[DIMENSION]],
        Metrics: names.map((name) => ({ Name: name, Unit: METRICS[name] })),
      };
      const metadata = { Timestamp: clock.now().getTime(), CloudWatchMetrics: [directive] };
      writeLine({
        level: 'info',
        message: 'measured',
        ...always,
        [DIMENSION]: stack,
        ...values,
        _aws: metadata,
      });
    },
  };
}

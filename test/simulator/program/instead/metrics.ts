import type { Metrics } from '../../../../lambda/actions/ports';
import { here } from '../here';

export const embeddedMetrics = (): Metrics => ({ measure: (values) => here.world.measured(values) });

import type { LeaveAndPauseStackProps } from './leave-and-pause-stack';

/** What each stage is deployed with, by its name, which is letters, digits and hyphens. */
export type Stages = Readonly<Record<string, LeaveAndPauseStackProps>>;

/** Where the app's are. */
export const STAGES_FILE = 'bin/stages.ts';

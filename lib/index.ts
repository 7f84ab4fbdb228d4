/** What other CDK apps take of this package: `import { LeaveAndPause } from 'flex-leave-pause'`. */
export { ConfigurationError } from './configuration-error';
export type { FunctionName } from './function-names';
export { LeaveAndPause } from './leave-and-pause';
export type {
  ApiDomainProps,
  DeskDomain,
  DeskProps,
  LeaveAndPauseProps,
  TwilioProps,
} from './leave-and-pause-props';
export { LeaveAndPauseStack, type LeaveAndPauseStackProps } from './leave-and-pause-stack';

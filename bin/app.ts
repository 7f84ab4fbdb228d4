import { App } from 'aws-cdk-lib';
import { ConfigurationError } from '../lib/configuration-error';
import { stackFromContext } from '../lib/stack-from-context';
import { STAGES } from './stages';

try {
  stackFromContext(new App(), STAGES);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1); // at once: an app synthesizes what it has when its process is about to end
}

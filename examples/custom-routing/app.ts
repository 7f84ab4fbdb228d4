import { App } from 'aws-cdk-lib';
import { STAGES } from '../../bin/stages';
import { requiredText } from '../../lib/context-values';
import { stackFromContext } from '../../lib/stack-from-context';
import { CustomRoutingStack } from './custom-routing-stack';

export const app = new App();
const { product, stackName } = stackFromContext(app, STAGES);
new CustomRoutingStack(app, `${stackName}-custom-routing`, {
  product,
  vipQueueSid: requiredText(app, 'vipQueueSid'),
});

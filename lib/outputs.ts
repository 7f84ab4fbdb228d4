import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { LeaveAndPause } from './leave-and-pause';
import type { LeaveAndPauseProps } from './leave-and-pause-props';

/** What the stack tells: addresses, the bus for custom logic, and what `npm run connect` and `npm run status` need to find. */
export function putOut(
  stack: Stack,
  product: LeaveAndPause,
  { twilio, restoredTable }: Pick<LeaveAndPauseProps, 'twilio' | 'restoredTable'>,
): void {
  const { publicUrl, deskUrl, domain, functions } = product;
  const outputs: Record<string, string | undefined> = {
    ApiUrl: publicUrl,
    TaskRouterWebhookUrl: `${publicUrl}/webhooks/taskrouter`,
    ConversationsWebhookUrl: `${publicUrl}/webhooks/conversations`,
    ApiDomainTarget: domain?.regionalDomainName,
    ApiDomainHostedZoneId: domain?.regionalHostedZoneId,
    EventBusName: product.bus.eventBusName,
    DeskUrl: deskUrl,
    TwilioAccountSid: twilio.accountSid,
    TwilioWorkspaceSid: twilio.workspaceSid,
    TwilioWorkflowSid: twilio.workflowSid,
    TwilioSecretName: product.secretName,
    TableName: product.table.tableName,
    RestoredTable: restoredTable,
    StateMachineArn: product.stateMachine.stateMachineArn,
    TaskRouterWebhookLogs: functions['taskrouter-webhook'].logGroup.logGroupName,
    ConversationsWebhookLogs: functions['conversations-webhook'].logGroup.logGroupName,
  };
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== undefined) new CfnOutput(stack, name, { value });
  }
}

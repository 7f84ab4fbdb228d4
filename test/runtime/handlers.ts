import { handler as changePauseHandler } from '../../lambda/change-pause';
import { handler as completeHandler } from '../../lambda/complete';
import { handler as conversationsHandler } from '../../lambda/conversations-webhook';
import { handler as endHandler } from '../../lambda/end';
import { handler as getConversationHandler } from '../../lambda/get-conversation';
import { handler as getHistoryHandler } from '../../lambda/get-history';
import { handler as getSettingsHandler } from '../../lambda/get-settings';
import { handler as healthHandler } from '../../lambda/health';
import { handler as leaveHandler } from '../../lambda/leave';
import { handler as listLeftHandler } from '../../lambda/list-left';
import { handler as listPausedHandler } from '../../lambda/list-paused';
import { handler as pauseHandler } from '../../lambda/pause';
import { handler as putSettingsHandler } from '../../lambda/put-settings';
import { handler as reassignHandler } from '../../lambda/reassign-conversation';
import { handler as resumeHandler } from '../../lambda/resume';
import type { ApiHandler } from '../../lambda/runtime/api';
import { handler as serviceInviteHandler } from '../../lambda/service-invite';
import { handler as taskRouterHandler } from '../../lambda/taskrouter-webhook';
import { validateResponse } from '../contract/openapi';

/** The deployed handlers, each of whose answers is held to docs/openapi.yaml. */
export const changePause = described(changePauseHandler);
export const complete = described(completeHandler);
export const conversations = described(conversationsHandler);
export const end = described(endHandler);
export const getConversation = described(getConversationHandler);
export const getHistory = described(getHistoryHandler);
export const getSettings = described(getSettingsHandler);
export const health = described(healthHandler);
export const leave = described(leaveHandler);
export const listLeft = described(listLeftHandler);
export const listPaused = described(listPausedHandler);
export const pause = described(pauseHandler);
export const putSettings = described(putSettingsHandler);
export const reassign = described(reassignHandler);
export const resume = described(resumeHandler);
export const serviceInvite = described(serviceInviteHandler);
export const taskRouter = described(taskRouterHandler);

function described(handler: ApiHandler): ApiHandler {
  return async (event) => {
    const reply = await handler(event);
    const [method = '', route = ''] = event.routeKey.split(' ');
    const path = route.replace(/\{(\w+)\}/g, (_, name: string) => event.pathParameters?.[name] ?? '');
    const type = reply.headers?.['content-type'];
    const body = reply.body === undefined ? undefined : (JSON.parse(reply.body) as unknown);
    const violations = validateResponse(method, path, reply.statusCode ?? 200, type?.toString(), body);
    expect(violations).toEqual([]);
    return reply;
  };
}

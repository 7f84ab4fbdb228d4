import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { LeaveAndPause } from '../../lib/leave-and-pause';
import { ROUTES } from '../../lib/routes';
import { synthesizeWithoutBundling } from '../../lib/synthesize';

const ROOT = join(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [, SECTION = ''] = /^## Custom routing in five lines\n(.*?)^## /ms.exec(README) ?? [];
const LINES = SECTION.split('\n').filter((line) => /^\d\. /.test(line));

/** What the lines name, each in backticks. */
const NAMED = [...LINES.join('\n').matchAll(/`([^`]+)`/g)].map(([, name]) => name);

it('there are five', () => {
  expect(LINES.map((line) => line[0])).toEqual(['1', '2', '3', '4', '5']);
});

it('what they name is there', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'docs/events/ConversationReactivated.json'), 'utf8')) as {
    title: string;
    description: string;
    properties: object;
  };
  expect(schema.description).toContain('source flex.leave-pause');
  expect(schema.properties).toHaveProperty('routing');
  expect(DEFAULT_SETTINGS.leave).toMatchObject({ onReply: 'new-task', customRoutingTimeout: 'PT1H' });
  expect(ROUTES.map(({ method, path }) => `${method} ${path}`)).toEqual(
    expect.arrayContaining(['PUT /settings', 'POST /service/conversations/{conversationSid}/invite']),
  );
  expect(synthesizeWithoutBundling().template.Outputs).toHaveProperty('EventBusName');
  expect(LeaveAndPause.prototype).toHaveProperty('grantService');
  expect(NAMED).toEqual([
    'leave.onReply',
    'custom-routing',
    'PUT /settings',
    schema.title,
    'flex.leave-pause',
    'EventBusName',
    'routing',
    'POST /service/conversations/{conversationSid}/invite',
    'grantService',
    'leave.customRoutingTimeout',
  ]);
});

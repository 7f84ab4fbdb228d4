import TwilioClient from 'twilio/lib/base/BaseTwilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import RestException from 'twilio/lib/base/RestException';
import Conversations from 'twilio/lib/rest/Conversations';
import FlexApi from 'twilio/lib/rest/FlexApi';
import Taskrouter from 'twilio/lib/rest/Taskrouter';
import { ACCOUNT, AUTH_TOKEN, BOB, Harness, WORKFLOW, WORKSPACE } from './harness';

let harness: Harness;
let client: TwilioClient.Client;
beforeEach(async () => {
  harness = await Harness.open();
  client = new TwilioClient.Client(ACCOUNT, AUTH_TOKEN, { httpClient: new OneBase(harness.url) });
});
afterEach(() => harness.close());

/** Sends what is meant for any of Twilio's hosts to the stand-in. */
class OneBase extends RequestClient {
  constructor(private readonly base: string) {
    super();
  }
  override request<TData>(options: RequestClient.RequestOptions<TData>) {
    return super.request<TData>({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, this.base) });
  }
}

it('pauses and resumes a conversation by the calls of the twilio package', async () => {
  const { conversationSid, channel, taskSid } = await harness.startAccepted();
  const [, , , interactionSid = '', , channelSid = ''] = channel.split('/');
  const interaction = new FlexApi(client).v1.interaction(interactionSid).channels(channelSid);
  const workspace = new Taskrouter(client).v1.workspaces(WORKSPACE);

  const agent = (await interaction.participants.list()).find(({ type }) => type === 'agent');
  await interaction.participants(agent?.sid ?? '').update({ status: 'closed' });
  expect((await workspace.tasks(taskSid).fetch()).assignmentStatus).toBe('completed');

  const invite = await interaction.invites.create({
    routing: {
      properties: { workspace_sid: WORKSPACE, workflow_sid: WORKFLOW, worker_sid: BOB, attributes: {} },
    },
  });
  const resumed = workspace.tasks((invite.routing as { properties: { sid: string } }).properties.sid);
  const [reservation] = await resumed.reservations.list();
  await resumed.reservations(reservation?.sid ?? '').update({ reservationStatus: 'accepted' });
  expect((await resumed.fetch()).assignmentStatus).toBe('assigned');

  const participants = await new Conversations(client).v1.conversations(conversationSid).participants.list();
  expect(participants.map(({ identity }) => identity)).toContain('bob');
});

it('pages through the event list with the twilio package', async () => {
  for (let count = 0; count < 5; count++) await harness.start();
  const { events } = new Taskrouter(client).v1.workspaces(WORKSPACE);
  const listed = await events.list({ startDate: new Date('2026-11-02T09:00:00Z'), pageSize: 3 });
  expect(listed.filter(({ eventType }) => eventType === 'task.created')).toHaveLength(5);
});

it('refuses with what the twilio package understands', async () => {
  const fetched = new Taskrouter(client).v1
    .workspaces(WORKSPACE)
    .tasks(`WT${'0'.repeat(32)}`)
    .fetch();
  const error: unknown = await fetched.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RestException);
  expect(error).toMatchObject({ status: 404, code: 20404 });
});

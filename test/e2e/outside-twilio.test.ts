import { LocalActivity } from '../../local/activity';
import { LocalClock } from '../../local/clock';
import { DEMO_TWILIO } from '../../local/settings';
import { LocalState } from '../../local/state';
import { TwilioStandIn } from '../../local/twilio';
import { serve } from '../../local/http-server';
import { ALICE, RunningProduct } from './running-product';

/** Another server in place of the built-in Twilio, as `TWILIO_BASE_URL` names one: it has a clock and a state of its own. */
it('does the main job with another Twilio', async () => {
  const state = await LocalState.open(undefined);
  const activity = new LocalActivity();
  const clock = new LocalClock(state, activity);
  const behind: { twilio?: TwilioStandIn } = {};
  const outside = await serve((request, response) => void behind.twilio?.handle(request, response));
  const running = await RunningProduct.start({ twilioBaseUrl: outside.url });
  const { url, port } = running.product;
  const addresses = { publicUrl: `http://localhost:${port}`, deliverTo: url };
  const twilio = (behind.twilio = new TwilioStandIn({
    ...DEMO_TWILIO,
    ...addresses,
    clock,
    state,
    activity,
  }));

  await running.set({ pause: { enabled: true } });
  const { conversationSid, taskSid } = await twilio.startConversation('web');
  await twilio.acceptTask(taskSid);
  await activity.idle();
  const path = `/conversations/${conversationSid}`;
  const states = [];
  for (const command of ['pause', 'complete', 'resume', 'end']) {
    await running.post(`${path}/${command}`, ALICE);
    await activity.idle();
    const { body } = await running.get(path, ALICE);
    states.push([body.channelState, body.wrapUp, body.task?.status]);
  }
  expect(states).toEqual([
    ['active', 'pause', 'wrapping'],
    ['pause', null, undefined],
    ['active', null, 'assigned'],
    ['closed', 'end', 'wrapping'],
  ]);
  expect((await running.get('/local/agents')).status).toBe(404);
  expect(running.twilioRequests.length).toBeGreaterThan(10);

  await running.close();
  await clock.close();
  await outside.close();
  await state.close();
}, 30_000);

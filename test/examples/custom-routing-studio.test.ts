import flow from '../../examples/custom-routing-studio/flow.json';
import settings from '../../examples/custom-routing-studio/settings.json';
import { DEMO_FLOW_SID } from '../../local/twilio/demo';
import { inFlex, leftByAlice, seen, writes } from '../e2e/acts';
import { productForAll } from '../e2e/fixture';
import { type Flow, problemsOfFlow, wayOfAMessage } from './studio-flow';

/** The longest that TaskRouter lets a task wait. Source: Twilio docs, Task resource. */
const LONGEST_TIMEOUT_SECONDS = 1_209_600;

describe('the flow', () => {
  it('is one that Studio takes', () => {
    expect(problemsOfFlow(flow)).toEqual([]);
  });

  it.each([
    ['Trigger: no state Nowhere', '"next":"SendToFlex"', '"next":"Nowhere"'],
    ['no trigger to start with', '"initial_state":"Trigger"', '"initial_state":"SendToFlex"'],
    ['two states of one name', '"name":"SendToFlex"', '"name":"Trigger"'],
    ['SendToFlex: unknown event done', '"event":"callComplete"', '"event":"done"'],
    ['SendToFlex: workflow is wrong', '"workflow":"WW', '"workflow":"'],
    ['SendToFlex: unknown type send', '"type":"send-to-flex"', '"type":"send"'],
  ])('would not be one with: %s', (problem, part, instead) => {
    const spoiled = JSON.stringify(flow).replace(part, instead);
    expect(problemsOfFlow(JSON.parse(spoiled) as Flow)).toContain(problem);
  });

  it('sends what the customer writes to Flex, where it may wait as long as it takes', () => {
    const [widget, ...others] = wayOfAMessage(flow);
    expect(others).toEqual([]);
    expect(widget).toMatchObject({
      type: 'send-to-flex',
      properties: { timeout: String(LONGEST_TIMEOUT_SECONDS) },
    });
  });

  it('gives the task attributes, and leaves the product’s marker alone', () => {
    const [widget] = wayOfAMessage(flow);
    const attributes = JSON.parse(String(widget!.properties['attributes'])) as object;
    expect(attributes).toEqual({ cameBack: 'by Studio' });
  });

  it('reacts to nothing but the conversation', () => {
    const [trigger] = (flow as Flow).states;
    expect(trigger!.transitions.filter(({ next }) => next !== undefined).map(({ event }) => event)).toEqual([
      'incomingConversationMessage',
    ]);
  });
});

describe('with the settings of the example', () => {
  const running = productForAll();

  it('the reply has one task, the flow’s, and an agent accepts it', async () => {
    const leave = { ...settings.leave, studioFlowSid: DEMO_FLOW_SID };
    expect((await running().set({ leave })).body).toMatchObject({ leave });
    const begun = await leftByAlice(running());
    await writes(running(), begun);
    await running().advance('PT3M');
    const [taskSid, ...others] = await running().liveTasks(begun.conversationSid);
    expect(others).toEqual([]);
    await inFlex(running(), taskSid, 'accept');
    await running().advance('PT30M');
    expect(await seen(running(), begun)).toMatchObject({
      channelState: 'active',
      task: { taskSid, status: 'assigned', purpose: 'new' },
      owed: [],
    });
    expect(await running().liveTasks(begun.conversationSid)).toEqual([taskSid]);
  });
});

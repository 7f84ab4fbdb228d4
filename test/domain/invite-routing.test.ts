import fc from 'fast-check';
import {
  attributesToKeep,
  fits,
  inviteProperties,
  MARKER_KEY,
  markerIn,
  mayLackMarker,
} from '../../lambda/domain/invite-routing';
import { backOffSeconds, oweNextInvite } from '../../lambda/domain/invites';
import type { Conversation, Invite } from '../../lambda/domain/record';
import { ALICE, QUEUE, sid, WORKFLOW } from '../doubles/constants';
import { DEFAULT_WORKFLOW, PAUSE_ON } from '../doubles/deps';
import { contextAt, invited } from '../doubles/records';

const WORKSPACE = { workspaceSid: sid('WS', 1), defaultWorkflowSid: DEFAULT_WORKFLOW };
const INVITE_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const FLEX = {
  flexInteractionSid: sid('KD', 1),
  flexInteractionChannelSid: sid('UO', 1),
  flexChannelInviteSid: sid('KG', 1),
};

/** Flex adds these too, where they are not given. */
const FILLED_IN = {
  conversationSid: sid('CH', 1),
  channelType: 'web',
  customerAddress: 'carol@example.com',
  customerName: 'Carol',
  customers: { phone: 'carol@example.com', name: 'Carol' },
  conversations: {
    conversation_id: sid('KD', 1),
    media: [{ type: 'ChatTranscript', sid: sid('CH', 1) }],
    initiated_by: 'customer',
  },
  initiatedBy: 'customer',
  direction: 'inbound',
};

/** The same as long as they can be. */
const LONGEST_FILLED_IN = {
  conversationSid: sid('CH', 1),
  channelType: 'messenger',
  customerAddress: 'a'.repeat(254),
  customerName: 'n'.repeat(256),
  customers: { phone: 'a'.repeat(254), name: 'n'.repeat(256) },
  conversations: {
    conversation_id: sid('KD', 1),
    media: [{ type: 'ChatTranscript', sid: sid('CH', 1) }],
    initiated_by: 'customer',
  },
  initiatedBy: 'customer',
  direction: 'outbound',
};

function properties(change: Partial<Invite> = {}, routing: Partial<Conversation['routing']> = {}) {
  const record = invited();
  const invite = { ...record.invite!, inviteId: INVITE_ID, ...change };
  return inviteProperties(
    { ...record, routing: { ...record.routing, ...routing } },
    invite,
    WORKSPACE,
    PAUSE_ON,
  );
}

/** As the task has them, with what Flex adds. */
function atTwilio(attributes: object): string {
  return JSON.stringify({ ...FILLED_IN, ...attributes, ...FLEX });
}

describe('an invite', () => {
  it('under HIPAA that was turned on since carries only what is allowed', () => {
    const record = invited();
    const hipaa = { ...PAUSE_ON, hipaa: true, hipaaAttributes: ['topic'] };
    const { attributes } = inviteProperties(record, record.invite!, WORKSPACE, hipaa);
    expect(Object.keys(attributes).sort()).toEqual(['leavePause', 'topic']);
  });

  it('to a named agent goes to that agent, to the old queue, and ends by itself after 100 s', () => {
    expect(properties()).toMatchObject({
      workspace_sid: sid('WS', 1),
      workflow_sid: WORKFLOW,
      queue_sid: QUEUE,
      worker_sid: ALICE,
      task_channel_unique_name: 'chat',
      priority: 3,
      timeout: 100,
    });
  });

  it('through the workflow names no worker to TaskRouter, and waits as long as it allows', () => {
    const through = properties({ direct: false });
    expect(through).not.toHaveProperty('worker_sid');
    expect(through.timeout).toBe(1_209_600);
    expect(markerIn(through.attributes)).toEqual({
      purpose: 'resume',
      inviteId: INVITE_ID,
      workerSid: ALICE,
      queueSid: QUEUE,
    });
  });

  it('that follows a lost one names nobody, also not in the marker, and has one more priority each', () => {
    const first = invited();
    const second = oweNextInvite(first, first.invite!, contextAt());
    const third = oweNextInvite(second, second.invite!, contextAt());
    const [two, three] = [second, third].map((record) =>
      inviteProperties(record, record.invite!, WORKSPACE, PAUSE_ON),
    );
    expect(two?.priority).toBe(4);
    expect(three?.priority).toBe(5);
    expect(markerIn(two!.attributes)).not.toHaveProperty('workerSid');
    expect(two).not.toHaveProperty('worker_sid');
    expect(new Set([first, second, third].map(({ invite }) => invite?.inviteId)).size).toBe(3);
  });

  it('through the default workflow names no queue', () => {
    const plain = properties({ direct: false, workerSid: null, toDefaultWorkflow: true });
    expect(plain.workflow_sid).toBe(DEFAULT_WORKFLOW);
    expect(plain).not.toHaveProperty('queue_sid');
  });

  it('of a task whose workflow nobody told goes through the default workflow', () => {
    expect(properties({}, { workflowSid: null }).workflow_sid).toBe(DEFAULT_WORKFLOW);
  });

  it('of a task whose channel nobody told names none', () => {
    expect(properties({}, { taskChannelUniqueName: null })).not.toHaveProperty('task_channel_unique_name');
  });

  it('keeps the attributes as they were', () => {
    expect(properties().attributes).toMatchObject({ topic: 'invoice', customerName: 'Carol' });
  });
});

describe('attributes that are kept', () => {
  it("are all but Flex's own keys and an old marker", () => {
    const attributes = { ...FLEX, [MARKER_KEY]: { inviteId: 'old' }, topic: 'invoice', deep: { a: [1] } };
    expect(attributesToKeep(attributes, PAUSE_ON)).toEqual({ topic: 'invoice', deep: { a: [1] } });
  });

  it('under hipaa are the listed ones', () => {
    const settings = { hipaa: true, hipaaAttributes: ['topic', MARKER_KEY] };
    expect(attributesToKeep({ topic: 'x', name: 'y', [MARKER_KEY]: 1 }, settings)).toEqual({ topic: 'x' });
  });
});

describe('the marker at 4,096 characters', () => {
  const whole = { purpose: 'resume', inviteId: INVITE_ID, workerSid: ALICE, queueSid: QUEUE };
  const room = 4096 - atTwilio({ text: '', [MARKER_KEY]: whole }).length;
  const withText = (length: number) =>
    properties({}, { attributes: { ...FILLED_IN, text: 'x'.repeat(length) } }).attributes;

  it('is whole where it fits exactly', () => {
    expect(withText(room)[MARKER_KEY]).toEqual(whole);
    expect(atTwilio(withText(room))).toHaveLength(4096);
  });

  it('shrinks to its id where one character is too much', () => {
    expect(withText(room + 1)[MARKER_KEY]).toEqual({ inviteId: INVITE_ID });
  });

  it('goes where not even the id has room', () => {
    const small = 4096 - atTwilio({ text: '', [MARKER_KEY]: { inviteId: INVITE_ID } }).length;
    expect(withText(small)[MARKER_KEY]).toEqual({ inviteId: INVITE_ID });
    expect(withText(small + 1)).toEqual({ ...FILLED_IN, text: 'x'.repeat(small + 1) });
  });

  it("never costs a key of the customer's, and is missed only where the length says that it may be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4096 }), (length) => {
        const attributes = withText(length);
        expect(attributes['text']).toHaveLength(length);
        if (markerIn(attributes) === undefined) expect(mayLackMarker(atTwilio(attributes))).toBe(true);
      }),
    );
  });

  it('under hipaa leaves room for what Flex adds in place of the keys that were dropped', () => {
    const hipaa = { ...PAUSE_ON, hipaa: true, hipaaAttributes: ['text'] };
    const most = 4096 - atTwilio({ text: '' }).length;
    const record = invited();
    for (const less of [0, 1, 100, 200, 400]) {
      const routing = { ...record.routing, attributes: { text: 'x'.repeat(most - less) } };
      const { attributes } = inviteProperties({ ...record, routing }, record.invite!, WORKSPACE, hipaa);
      expect(attributes['text']).toHaveLength(most - less);
      expect(atTwilio(attributes).length).toBeLessThanOrEqual(4096);
    }
  });

  it('may lack also where Flex has not added its own keys yet', () => {
    const small = 4096 - atTwilio({ text: '', [MARKER_KEY]: { inviteId: INVITE_ID } }).length;
    const attributes = withText(small + 1);
    expect(markerIn(attributes)).toBeUndefined();
    expect(mayLackMarker(JSON.stringify({ ...FILLED_IN, ...attributes }))).toBe(true);
  });

  it('is not looked for in short attributes', () => {
    expect(mayLackMarker(JSON.stringify({ ...FLEX, topic: 'invoice' }))).toBe(false);
  });

  it.each([undefined, null, 'text', {}, { inviteId: 7 }])('is not taken from %j', (marker) => {
    expect(markerIn({ [MARKER_KEY]: marker })).toBeUndefined();
  });
});

describe('attributes at 4,096 characters', () => {
  const room = 4096 - JSON.stringify({ ...LONGEST_FILLED_IN, text: '', ...FLEX }).length;

  it.each([
    ['fit with the longest that Flex may add', room, true],
    ['do not fit with one character more', room + 1, false],
  ])('%s', (_, length, expected) => {
    expect(fits({ text: 'x'.repeat(length) })).toBe(expected);
  });
});

describe('back-off', () => {
  it('is 1, 5, 15 and 60 minutes, then each hour', () => {
    expect([1, 2, 3, 4, 5, 50].map((lost) => backOffSeconds(lost) / 60)).toEqual([1, 5, 15, 60, 60, 60]);
  });
});

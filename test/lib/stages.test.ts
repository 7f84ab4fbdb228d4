import { STAGES } from '../../bin/stages';
import type { LeaveAndPauseStack } from '../../lib/leave-and-pause-stack';
import { stackFromContext } from '../../lib/stack-from-context';
import type { Stages } from '../../lib/stages';
import { appWithoutBundling, TWILIO } from './templates';

const FLEX = 'https://flex.twilio.com';
const DESK_DOMAIN = {
  name: 'desk.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
};
const SIDS = {
  twilioAccountSid: TWILIO.accountSid,
  twilioWorkspaceSid: TWILIO.workspaceSid,
  twilioWorkflowSid: TWILIO.workflowSid,
};

/** The stack of the stage `one`, as its entry and the context say. */
function stackOf(context: Record<string, unknown>, entry: Partial<Stages[string]> = {}): LeaveAndPauseStack {
  const app = appWithoutBundling({ stage: 'one', ...context });
  return stackFromContext(app, { one: { twilio: TWILIO, ...entry } });
}

describe('a stage', () => {
  it('names the stack', () => {
    expect(stackOf({}).stackName).toBe('flex-leave-pause-one');
  });

  it('has to be named', () => {
    expect(() => stackOf({ stage: '' })).toThrow('Set "stage" in the context of cdk.json, or by -c stage=…');
  });

  it("has a name that can be part of the stack's", () => {
    expect(() => stackOf({ stage: 'my stage' })).toThrow(
      'Name a stage with letters, digits and hyphens only: "my stage" has others.',
    );
  });

  it('without an entry has to be told its SIDs', () => {
    expect(() => stackOf({ stage: 'two', twilioAccountSid: TWILIO.accountSid })).toThrow(
      'Add the stage "two" to bin/stages.ts, which has one; or give its SIDs by -c twilioAccountSid=…, -c twilioWorkspaceSid=… and -c twilioWorkflowSid=….',
    );
  });

  it('is as its entry says', () => {
    const entry = { publicUrl: 'https://pause.example', corsOrigins: [FLEX], desk: { domain: DESK_DOMAIN } };
    const { publicUrl, deskUrl } = stackOf({}, entry).product;
    expect({ publicUrl, deskUrl }).toEqual({
      publicUrl: 'https://pause.example',
      deskUrl: 'https://desk.example.com',
    });
  });

  it('is as the context says, where that says otherwise', () => {
    const { product } = stackOf({ publicUrl: 'https://b.example' }, { publicUrl: 'https://a.example' });
    expect(product.publicUrl).toBe('https://b.example');
  });

  it('is named, with its file, where a SID is wrong', () => {
    expect(() => stackOf({}, { twilio: { ...TWILIO, accountSid: 'AC1' } })).toThrow(
      'Set twilio.accountSid (of the stage "one" in bin/stages.ts, or -c twilioAccountSid=…) to AC followed by',
    );
  });
});

describe('the stages of the app, as they come', () => {
  const warningsOf = (stage: string, context: Record<string, unknown> = {}) => {
    const app = appWithoutBundling({ stage, ...context });
    const { stackName } = stackFromContext(app, STAGES);
    const { messages } = app.synth().getStackByName(stackName);
    return messages.filter(({ level }) => String(level) === 'warning').map(({ entry }) => entry.data);
  };

  it.each(Object.keys(STAGES))('%s can be synthesized, with a warning of each placeholder', (stage) => {
    const names = ['AccountSid', 'WorkspaceSid', 'WorkflowSid'];
    expect(warningsOf(stage)).toEqual(
      names.map((name): unknown =>
        expect.stringContaining(
          `(of the stage "${stage}" in bin/stages.ts, or -c twilio${name}=…) is still a placeholder: set it to your own before you deploy.`,
        ),
      ),
    );
  });

  it('are warned of no more, once their SIDs are set', () => {
    expect(warningsOf('prod', SIDS)).toEqual([]);
  });
});

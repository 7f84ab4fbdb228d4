import { App, RemovalPolicy } from 'aws-cdk-lib';
import type { LeaveAndPauseStackProps } from '../../lib/leave-and-pause-stack';
import { overridden } from '../../lib/stage-overrides';
import { TWILIO } from './templates';

const FLEX = 'https://flex.twilio.com';
const DESK_DOMAIN = {
  name: 'desk.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
};
const SIDS = {
  twilioAccountSid: `AC${'1a'.repeat(16)}`,
  twilioWorkspaceSid: `WS${'1b'.repeat(16)}`,
  twilioWorkflowSid: `WW${'1c'.repeat(16)}`,
};

/** A stage whose entry is this, with that context. */
function stage(context: Record<string, unknown>, entry: Partial<LeaveAndPauseStackProps> = {}) {
  return overridden({ twilio: TWILIO, ...entry }, new App({ context }))!;
}

it('without a context a stage is as its entry says', () => {
  const entry = {
    twilio: { ...TWILIO, secretName: 'ours' },
    publicUrl: 'https://pause.example',
    corsOrigins: [FLEX],
    desk: { domain: DESK_DOMAIN },
    removalPolicy: RemovalPolicy.DESTROY,
    reassignConcurrency: 5,
  };
  expect(stage({}, entry)).toEqual(entry);
});

describe('the context', () => {
  it('goes before the entry, SID by SID', () => {
    const { twilioAccountSid } = SIDS;
    expect(stage({ twilioAccountSid, twilioSecretName: 'other' }).twilio).toEqual({
      ...TWILIO,
      accountSid: twilioAccountSid,
      secretName: 'other',
    });
  });

  it('is enough for a stage without an entry, once it has all three SIDs', () => {
    const { twilioWorkflowSid, ...two } = SIDS;
    expect(overridden(undefined, new App({ context: two }))).toBeUndefined();
    expect(overridden(undefined, new App({ context: SIDS }))?.twilio).toEqual({
      accountSid: SIDS.twilioAccountSid,
      workspaceSid: SIDS.twilioWorkspaceSid,
      workflowSid: twilioWorkflowSid,
    });
  });

  it('goes before the entry in publicUrl', () => {
    const { publicUrl } = stage({ publicUrl: 'https://b.example' }, { publicUrl: 'https://a.example' });
    expect(publicUrl).toBe('https://b.example');
  });

  it.each([
    [['https://a.example'], ['https://a.example']],
    ['https://a.example,https://b.example', ['https://a.example', 'https://b.example']],
    ['https://a.example, https://b.example,', ['https://a.example', 'https://b.example']],
    ['', []],
  ])('has a list of origins, after -c with commas between them: %p', (corsOrigins, origins) => {
    expect(stage({ corsOrigins }, { corsOrigins: [FLEX] }).corsOrigins).toEqual(origins);
  });

  it.each([
    [undefined, undefined, undefined],
    [undefined, RemovalPolicy.DESTROY, RemovalPolicy.DESTROY],
    ['true', RemovalPolicy.DESTROY, RemovalPolicy.RETAIN],
    [false, RemovalPolicy.RETAIN, RemovalPolicy.DESTROY],
    ['false', undefined, RemovalPolicy.DESTROY],
  ])(
    'by keepData %p, and with an entry that has %p, has the policy %p',
    (keepData, removalPolicy, policy) => {
      expect(stage({ keepData }, { removalPolicy }).removalPolicy).toBe(policy);
    },
  );

  it("has the desk or has it not, at the entry's domain or its own", () => {
    const { name: deskDomainName, certificateArn: deskCertificateArn } = DESK_DOMAIN;
    expect(stage({}).desk).toBeUndefined();
    expect(stage({ desk: 'true' }).desk).toEqual({});
    expect(stage({ desk: 'false' }, { desk: {} }).desk).toBeUndefined();
    expect(stage({ desk: true }, { desk: { domain: DESK_DOMAIN } }).desk).toEqual({ domain: DESK_DOMAIN });
    expect(stage({ deskDomainName, deskCertificateArn }, { desk: {} }).desk).toEqual({ domain: DESK_DOMAIN });
    expect(() => stage({ deskDomainName }, { desk: {} })).toThrow(
      'Set "deskDomainName" and "deskCertificateArn" in the context, or neither.',
    );
  });

  it('uses a restored table', () => {
    expect(stage({ restoredTable: 'records-of-noon' }).restoredTable).toBe('records-of-noon');
  });

  it('leaves out indexes for now', () => {
    expect(stage({ withoutIndexes: 'parkedInQueue' }).withoutIndexes).toEqual(['parkedInQueue']);
  });

  it.each([
    ['keepData', 'no', 'Write the context\'s "keepData" as true or false.'],
    ['corsOrigins', [3000], 'Write the context\'s "corsOrigins" as a list of strings.'],
    ['publicUrl', 3000, 'Write the context\'s "publicUrl" as a string.'],
  ])('is refused with %s: %p', (key, value, sentence) => {
    expect(() => stage({ [key]: value })).toThrow(sentence);
  });
});

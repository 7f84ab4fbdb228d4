import { Aws, Fn } from 'aws-cdk-lib';
import type { DeskDomain, LeaveAndPauseProps } from '../../lib/leave-and-pause-props';
import { validateProps } from '../../lib/validate-props';
import { templateOf, TWILIO } from './templates';

const twilio = (change: Partial<LeaveAndPauseProps['twilio']>) => ({ twilio: { ...TWILIO, ...change } });

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/one';

const deskAt = (change: Partial<DeskDomain>): Partial<LeaveAndPauseProps> => ({
  corsOrigins: ['https://flex.twilio.com'],
  desk: {
    domain: {
      name: 'desk.example.com',
      certificateArn: CERTIFICATE,
      ...change,
    },
  },
});

describe('props', () => {
  it.each<[string, Partial<LeaveAndPauseProps>]>([
    [
      'Set twilio.accountSid to AC followed by 32 hexadecimal digits in lower case, found on the home page of the Twilio Console: "AC123" is not.',
      twilio({ accountSid: 'AC123' }),
    ],
    [
      `Set twilio.workspaceSid to WS followed by 32 hexadecimal digits in lower case, found in the Console under TaskRouter, Workspaces: "${TWILIO.workflowSid}" is not.`,
      twilio({ workspaceSid: TWILIO.workflowSid }),
    ],
    [
      'Set twilio.workflowSid to WW followed by 32 hexadecimal digits in lower case, found in the workspace under Workflows: "" is not.',
      twilio({ workflowSid: '' }),
    ],
    [
      'Set twilio.secretName to the name of the secret, not its ARN (letters, digits and /_+=.@-): "arn:aws:secretsmanager:eu-west-1:1:secret:a" is not.',
      twilio({ secretName: 'arn:aws:secretsmanager:eu-west-1:1:secret:a' }),
    ],
    [
      'Set publicUrl to an address that begins with https://, because Twilio calls and signs it: "http://pause.example" does not.',
      { publicUrl: 'http://pause.example' },
    ],
    [
      'Set publicUrl to an address that begins with https://, because Twilio calls and signs it: "pause.example" does not.',
      { publicUrl: 'pause.example' },
    ],
    [
      'Remove the slash at the end of publicUrl: "https://pause.example/".',
      { publicUrl: 'https://pause.example/' },
    ],
    [
      'Remove the query and the fragment from publicUrl: "https://pause.example?a=b".',
      { publicUrl: 'https://pause.example?a=b' },
    ],
    [
      'List in corsOrigins only origins such as https://flex.twilio.com, with no path and no slash at the end: "https://flex.twilio.com/" is not one.',
      { corsOrigins: ['https://flex.twilio.com/'] },
    ],
    [
      'List in corsOrigins only origins such as https://flex.twilio.com, with no path and no slash at the end: "*" is not one.',
      { corsOrigins: ['*'] },
    ],
    [
      'List in withoutIndexes only indexes of the table (wake, compare, pausedBy, parked, parkedInQueue): "queue" is none.',
      { withoutIndexes: ['queue' as 'parked'] },
    ],
    [
      'Set restoredTable to the name of the restored table, not its ARN (letters, digits and _.-): "arn:aws:dynamodb:x" is not.',
      { restoredTable: 'arn:aws:dynamodb:x' },
    ],
    [
      'List in corsOrigins the origins of Flex, such as https://flex.twilio.com: the desk is opened from there, and takes a token from nowhere else.',
      { desk: {} },
    ],
    [
      'Set domain.name to a domain such as pause.example.com, with no scheme and no path: "https://pause.example.com" is not one.',
      { domain: { name: 'https://pause.example.com', certificateArn: CERTIFICATE } },
    ],
    [
      'Set domain.certificateArn to the ARN of a certificate in the region of the stack: "pause" is not one.',
      { domain: { name: 'pause.example.com', certificateArn: 'pause' } },
    ],
    [
      'Set desk.domain.name to a domain such as desk.example.com, with no scheme and no path: "https://desk.example.com" is not one.',
      deskAt({ name: 'https://desk.example.com' }),
    ],
    [
      'Set desk.domain.certificateArn to the ARN of a certificate in us-east-1: "arn:aws:acm:eu-west-1:1:certificate/one" is not one.',
      deskAt({ certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/one' }),
    ],
    [
      'Set reassignConcurrency to a whole number of runs, at least 1, or leave it out: with 0 no deadline would be carried out as it should.',
      { reassignConcurrency: 0 },
    ],
    [
      'Set reassignConcurrency to a whole number of runs, at least 1, or leave it out: with 2.5 no deadline would be carried out as it should.',
      { reassignConcurrency: 2.5 },
    ],
  ])('%s', (sentence, props) => {
    expect(() => validateProps({ twilio: TWILIO, ...props })).toThrow(new Error(sentence));
  });

  it('name the region of a certificate, where it is known', () => {
    const domain = { name: 'pause.example.com', certificateArn: CERTIFICATE };
    const inRegion = (region: string) => () => validateProps({ twilio: TWILIO, domain }, { region });
    expect(inRegion('us-east-1')).not.toThrow();
    expect(inRegion(Aws.REGION)).not.toThrow();
    expect(inRegion('eu-west-1')).toThrow(
      `Set domain.certificateArn to the ARN of a certificate in eu-west-1: "${CERTIFICATE}" is not one.`,
    );
  });

  it('are all looked at before anything is said', () => {
    const wrong = {
      ...twilio({ accountSid: 'AC1', workflowSid: 'WW1' }),
      publicUrl: 'https://pause.example/',
    };
    expect(() => validateProps(wrong)).toThrow(/accountSid.*\n.*workflowSid.*\n.*publicUrl/);
  });

  it('are looked at when the construct is made', () => {
    expect(() => templateOf(twilio({ accountSid: 'AC123' }))).toThrow('Set twilio.accountSid');
  });

  it('may have a base path in publicUrl, and a port in an origin', () => {
    const props = { publicUrl: 'https://pause.example/flex', corsOrigins: ['http://localhost:3000'] };
    expect(() => validateProps({ twilio: TWILIO, ...props })).not.toThrow();
  });

  it('may be known only at deploy time', () => {
    const props = {
      ...twilio({ accountSid: Fn.importValue('AccountSid'), secretName: Aws.STACK_NAME }),
      publicUrl: Fn.importValue('PublicUrl'),
      domain: { name: Fn.importValue('Name'), certificateArn: Fn.importValue('Certificate') },
      corsOrigins: [Fn.importValue('Origin')],
      desk: { domain: { name: Fn.importValue('Name'), certificateArn: Fn.importValue('Certificate') } },
    };
    expect(() => validateProps(props)).not.toThrow();
  });
});

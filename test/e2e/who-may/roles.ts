import { CAROL } from '../acts';
import { ADA, ALICE, BOB, DEE, type RunningProduct } from '../running-product';
import { type Form, signatureOf } from '../webhooks';
import type { Placed } from './places';

export const ROLES = [
  'nobody',
  'another agent',
  'holder',
  'who put it aside',
  'supervisor',
  'admin',
  'custom logic',
  'Twilio',
] as const;
export type Role = (typeof ROLES)[number];

/** API Gateway checks it and hands it on; to all other routes it is no token. */
const SIGNED_FOR_IAM =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260302/us-east-1/execute-api/aws4_request, ' +
  `SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;

/** Headers by which somebody in this role is known. @param path with its query */
export function headersOf(
  role: Role,
  running: RunningProduct,
  path: string,
  form: Form,
  placed?: Placed,
): Record<string, string> {
  if (role === 'nobody') return {};
  if (role === 'custom logic') return { authorization: SIGNED_FOR_IAM };
  if (role === 'Twilio') return { 'x-twilio-signature': signatureOf(running, path, form) };
  const tokens = {
    'another agent': CAROL,
    holder: placed ? placed.holder : BOB,
    'who put it aside': placed ? placed.aside : ALICE,
    supervisor: DEE,
    admin: ADA,
  };
  return { authorization: `Bearer ${tokens[role]}` };
}

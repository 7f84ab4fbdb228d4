import { type OnAnswer } from '../../local/front';
import { isDescribed, notFoundErrors, validateResponse } from './openapi';

/** Holds answers of the product to docs/openapi.yaml. @param tell is given each thing that is wrong, as a sentence */
export function describedAnswers(tell: (violation: string) => void): OnAnswer {
  return (method, path, { status, headers, body }) => {
    const type = headers['content-type']?.toString();
    const parsed: unknown = body.length === 0 ? undefined : JSON.parse(body.toString());
    const wrong = isDescribed(method, path)
      ? validateResponse(method, path, status, type, parsed)
      : notFoundErrors(status, type, parsed);
    if (!('x-request-id' in headers)) wrong.push('no x-request-id');
    if (status === 500) wrong.push('a failure');
    wrong.forEach((sentence) => tell(`${method} ${path}: ${sentence}`));
  };
}

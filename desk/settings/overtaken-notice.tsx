import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Callout, CalloutHeading, CalloutText } from '@twilio-paste/callout';
import { forwardRef } from 'react';
import { type SettingsFields } from '../api/types';
import { differing } from './draft';
import { FIELDS, type Path } from './fields';
import { valueAt, valueWords } from './typed';

export interface OvertakenNoticeProps {
  /** What was there when the person began to type */
  readonly base: SettingsFields;
  /** What somebody else has saved since */
  readonly theirs: SettingsFields;
  /** What the person has changed and not saved */
  readonly mine: readonly Path[];
  readonly onTakeTheirs: () => void;
  readonly onPutOnTop: () => void;
}

/** Somebody else was faster: what they changed, and the choice between theirs and one's own on top of it. */
export const OvertakenNotice = forwardRef<HTMLHeadingElement, OvertakenNoticeProps>(function OvertakenNotice(
  { base, theirs, mine, onTakeTheirs, onPutOnTop },
  heading,
) {
  const changed = differing(base, theirs);
  return (
    <Box role="alert">
      <Callout variant="warning">
        <CalloutHeading as="h2" ref={heading} tabIndex={-1}>
          Somebody else saved first
        </CalloutHeading>
        <CalloutText>
          {changed.length === 0
            ? 'What they saved is what you had before you.'
            : 'What you have typed is still here and not saved. This is what they changed:'}
        </CalloutText>
        <Box as="ul" margin="space0" paddingLeft="space60" overflowWrap="anywhere">
          {changed.map((path) => (
            <li key={path}>{changeWords(path, base, theirs, mine.includes(path))}</li>
          ))}
        </Box>
        <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30" paddingTop="space40">
          <Button variant="primary" size="small" onClick={onPutOnTop}>
            Apply mine on top
          </Button>
          <Button variant="secondary" size="small" onClick={onTakeTheirs}>
            Take theirs
          </Button>
        </Box>
      </Callout>
    </Box>
  );
});

/** "Time limit: 14 days is now 7 days. You changed it, too." */
function changeWords(path: Path, base: SettingsFields, theirs: SettingsFields, isMine: boolean): string {
  const field = FIELDS[path];
  const [before, after] = [base, theirs].map((each) => valueWords(field, valueAt(each, path)));
  return `${field.label}: ${before} before, ${after} now.${isMine ? ' You have changed it, too.' : ''}`;
}

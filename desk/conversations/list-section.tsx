import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { Heading } from '@twilio-paste/heading';
import { SkeletonLoader } from '@twilio-paste/skeleton-loader';
import { type ReactNode, useRef } from 'react';
import { useKeptFocus } from './kept-focus';
import { LongList, type LongListProps } from './long-list';

export interface ListSectionProps<T> extends Omit<LongListProps<T>, 'label' | 'rows'> {
  readonly title: string;
  /** undefined: not known yet */
  readonly rows: readonly T[] | undefined;
  /** There are more than `rows`. */
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  readonly empty: string;
  readonly children?: ReactNode;
}

/** A list with its heading and count. Focus goes to the heading when the row that has it disappears. */
export function ListSection<T>({
  title,
  rows,
  hasMore,
  onMore,
  empty,
  children,
  ...list
}: ListSectionProps<T>) {
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(section, heading);
  return (
    <Box as="section" ref={section}>
      <Box paddingX="space50" paddingY="space30" backgroundColor="colorBackground">
        <Heading as="h2" variant="heading50" marginBottom="space0" ref={heading} tabIndex={-1}>
          {rows ? `${title} (${rows.length}${hasMore ? '+' : ''})` : title}
        </Heading>
      </Box>
      {rows === undefined && (
        <Box padding="space50">
          <SkeletonLoader height="size10" />
        </Box>
      )}
      {rows?.length === 0 && (
        <Box paddingX="space50" paddingY="space40" color="colorTextWeak" fontSize="fontSize20">
          {empty}
        </Box>
      )}
      {rows && rows.length > 0 && <LongList {...list} label={title} rows={rows} />}
      {hasMore && onMore && (
        <Box padding="space40">
          <Button variant="link" onClick={onMore}>
            Show more
          </Button>
        </Box>
      )}
      {children}
    </Box>
  );
}

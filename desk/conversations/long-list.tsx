import { Box } from '@twilio-paste/box';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type PropsWithChildren, type ReactNode, useRef, useState } from 'react';
import { ListButton } from './list-button';

/** How many rows are there, seen or not: from here on only those are in the page that are seen, and some around them. */
const SHORT = 30;
const USUAL_ROW_PX = 110;
const OVERSCAN = 8;

export interface LongListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly render: (row: T) => ReactNode;
  /** What is before the row and not part of its button, such as a checkbox */
  readonly lead?: (row: T) => ReactNode;
  readonly selected?: string | null;
  readonly onSelect: (row: T) => void;
}

/** Rows to choose from. However many there are, a page of them scrolls smoothly. */
export function LongList<T>({ label, rows, idOf, render, lead, selected, onSelect }: LongListProps<T>) {
  const draw = (row: T) => (
    <ListRow row={row} render={render} lead={lead} isSelected={idOf(row) === selected} onSelect={onSelect} />
  );
  const List = rows.length <= SHORT ? WholeList : VirtualList;
  return <List label={label} rows={rows} idOf={idOf} draw={draw} />;
}

interface DrawnListProps<T> extends Pick<LongListProps<T>, 'label' | 'rows' | 'idOf'> {
  readonly draw: (row: T) => ReactNode;
}

function WholeList<T>({ label, rows, idOf, draw }: DrawnListProps<T>) {
  return (
    <Box as="ul" aria-label={label} margin="space0" padding="space0" listStyleType="none">
      {rows.map((row) => (
        <Box as="li" key={idOf(row)}>
          {draw(row)}
        </Box>
      ))}
    </Box>
  );
}

function VirtualList<T>({ label, rows, idOf, draw }: DrawnListProps<T>) {
  const scroller = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_ROW_PX,
    getItemKey: (index) => idOf(rows[index]!),
    overscan: OVERSCAN,
    // Who walks the list by keyboard and scrolls on keeps the row that has the focus.
    rangeExtractor: (range) => {
      const index = rows.findIndex((row) => idOf(row) === focused);
      const shown = defaultRangeExtractor(range);
      return index < 0 || shown.includes(index) ? shown : [...shown, index].sort((a, b) => a - b);
    },
  });

  return (
    <Box ref={scroller} maxHeight="70vh" overflowY="auto">
      <Box
        as="ul"
        aria-label={label}
        position="relative"
        margin="space0"
        padding="space0"
        listStyleType="none"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]!;
          return (
            <li
              key={String(key)}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${start}px)` }}
              onFocus={() => setFocused(idOf(row))}
              onBlur={() => setFocused(null)}
            >
              {draw(row)}
            </li>
          );
        })}
      </Box>
    </Box>
  );
}

interface ListRowProps<T> extends Pick<LongListProps<T>, 'render' | 'lead' | 'onSelect'> {
  readonly row: T;
  readonly isSelected: boolean;
}

/** While a list scrolls, only the rows that come into sight are drawn. */
const ListRow = memo(function ListRow<T>({ row, render, lead, isSelected, onSelect }: ListRowProps<T>) {
  return (
    <Led by={lead?.(row)}>
      <ListButton isSelected={isSelected} onClick={() => onSelect(row)}>
        {render(row)}
      </ListButton>
    </Led>
  );
}) as <T>(props: ListRowProps<T>) => JSX.Element;

function Led({ by, children }: PropsWithChildren<{ readonly by: ReactNode }>) {
  if (by === undefined) return <>{children}</>;
  return (
    <Box display="flex" alignItems="stretch">
      <Box flexShrink={0} paddingLeft="space40" paddingTop="space40">
        {by}
      </Box>
      <Box flexGrow={1} minWidth="0">
        {children}
      </Box>
    </Box>
  );
}

import { Box } from '@twilio-paste/box';
import { type ReactNode } from 'react';

/** Whoever looks on wants to see what goes on now. */
const MOST_ROWS = 50;

export interface Column {
  readonly title: string;
  /** Percent of the table's */
  readonly width: number;
}

export interface LiveTableProps<T> {
  readonly label: string;
  /** What the table shows, in a sentence */
  readonly about: string;
  readonly columns: readonly Column[];
  /** Newest first; undefined: not known yet */
  readonly rows: readonly T[] | undefined;
  readonly empty: string;
  /** The `tr` of a row, with its key */
  readonly render: (row: T) => ReactNode;
}

/** A small table that changes while one looks; Paste's own has too much air for a narrow column. */
export function LiveTable<T>({ label, about, columns, rows, empty, render }: LiveTableProps<T>) {
  return (
    <>
      <Box color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
        {about}
      </Box>
      {rows?.length === 0 && <Box color="colorText">{empty}</Box>}
      {rows && rows.length > 0 && (
        <Box
          as="table"
          aria-label={label}
          width="100%"
          fontSize="fontSize20"
          lineHeight="lineHeight20"
          color="colorText"
          style={{ tableLayout: 'fixed', borderCollapse: 'collapse' }}
        >
          <thead>
            <tr>
              {columns.map(({ title, width }) => (
                <th key={title} scope="col" style={{ width: `${width}%`, padding: 0, textAlign: 'left' }}>
                  <Box padding="space20" fontWeight="fontWeightSemibold" backgroundColor="colorBackground">
                    {title}
                  </Box>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.slice(0, MOST_ROWS).map(render)}</tbody>
        </Box>
      )}
      {rows && rows.length > MOST_ROWS && (
        <Box color="colorTextWeak" fontSize="fontSize20">
          {`The newest ${MOST_ROWS} of ${rows.length}.`}
        </Box>
      )}
    </>
  );
}

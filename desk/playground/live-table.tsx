import { Box } from '@twilio-paste/box';
import { Table, TBody, Th, THead, Tr } from '@twilio-paste/table';
import { type ReactNode } from 'react';

/** Whoever looks on wants to see what goes on now. */
const MOST_ROWS = 50;

export interface LiveTableProps<T> {
  readonly label: string;
  /** What the table shows, in a sentence */
  readonly about: string;
  readonly columns: readonly string[];
  /** Newest first; undefined: not known yet */
  readonly rows: readonly T[] | undefined;
  readonly empty: string;
  /** The `Tr` of a row, with its key */
  readonly render: (row: T) => ReactNode;
}

/** A small table that changes while one looks. */
export function LiveTable<T>({ label, about, columns, rows = [], empty, render }: LiveTableProps<T>) {
  return (
    <>
      <Box color="colorTextWeak" fontSize="fontSize20">
        {about}
      </Box>
      {rows.length === 0 ? (
        <Box color="colorText">{empty}</Box>
      ) : (
        <Table aria-label={label} variant="borderless" tableLayout="fixed">
          <THead>
            <Tr>
              {columns.map((column) => (
                <Th key={column}>{column}</Th>
              ))}
            </Tr>
          </THead>
          <TBody>{rows.slice(0, MOST_ROWS).map(render)}</TBody>
        </Table>
      )}
      {rows.length > MOST_ROWS && (
        <Box color="colorTextWeak" fontSize="fontSize20">{`The newest ${MOST_ROWS} of ${rows.length}.`}</Box>
      )}
    </>
  );
}

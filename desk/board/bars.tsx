import { Box } from '@twilio-paste/box';
import { type CSSProperties, type ReactNode } from 'react';

export interface BarsProps {
  readonly caption: string;
  /** What the bars are of: the heads of the table's two columns */
  readonly heads: readonly [string, string];
  readonly bars: readonly { readonly id: string; readonly label: ReactNode; readonly count: number }[];
  readonly empty: string;
}

/** A chart that is a table: each row has its number in words and its bar beside it. */
export function Bars({ caption, heads, bars, empty }: BarsProps) {
  const most = Math.max(...bars.map(({ count }) => count));
  if (bars.length === 0) {
    return (
      <Box>
        <Caption>{caption}</Caption>
        <Box color="colorTextWeak" fontSize="fontSize20">
          {empty}
        </Box>
      </Box>
    );
  }
  return (
    <Box as="table" width="100%" fontSize="fontSize20" lineHeight="lineHeight20" color="colorText">
      <Box as="caption" textAlign="left">
        <Caption>{caption}</Caption>
      </Box>
      <Box as="thead">
        <Box as="tr" color="colorTextWeak">
          {heads.map((head) => (
            <th key={head} scope="col" style={HEAD}>
              {head}
            </th>
          ))}
        </Box>
      </Box>
      <Box as="tbody">
        {bars.map(({ id, label, count }) => (
          <Box as="tr" key={id}>
            <th scope="row" style={{ ...HEAD, width: '50%' }}>
              {label}
            </th>
            <Box as="td" paddingY="space10">
              <Box display="flex" alignItems="center" columnGap="space20">
                <Box
                  height="12px"
                  flexShrink={0}
                  borderRadius="borderRadius10"
                  backgroundColor="colorBackgroundPrimary"
                  // The number has its room beside the longest bar.
                  style={{ width: `calc((100% - 3rem) * ${count / most})`, minWidth: '2px' }}
                />
                <Box>{count}</Box>
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const HEAD: CSSProperties = {
  textAlign: 'left',
  fontWeight: 'normal',
  overflowWrap: 'anywhere',
  padding: '2px 12px 2px 0',
};

function Caption({ children }: { readonly children: string }) {
  return (
    <Box as="span" fontWeight="fontWeightSemibold" fontSize="fontSize30" color="colorText">
      {children}
    </Box>
  );
}

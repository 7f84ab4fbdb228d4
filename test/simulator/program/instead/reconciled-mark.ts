/** No table here is a restored one, so that nobody asks. */
export const reconciledMark = () => {
  throw new Error('No simulated table is a restored one');
};

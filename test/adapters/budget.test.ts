import { budgetOf } from '../../lambda/adapters/budget';

it.each([
  [0, 1_000],
  [1, 999],
  [1_000, 0],
  [1_001, 0],
])('after %d ms of a second there are %d ms left', (elapsed, left) => {
  expect(budgetOf(1_000, () => elapsed).left()).toBe(left);
});

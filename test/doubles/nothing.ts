/** An object with no properties, where `toMatchObject` takes `{}` for any object. */
export const NOTHING = {
  asymmetricMatch: (other: unknown): boolean =>
    typeof other === 'object' && other !== null && Object.keys(other).length === 0,
  toString: () => 'an object with no properties',
} as never;

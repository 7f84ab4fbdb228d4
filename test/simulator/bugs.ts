/** A mistake that somebody could make: some code of the product, and what it says instead. */
export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly instead: string;
}

export const BUGS: readonly PlantedBug[] = [];

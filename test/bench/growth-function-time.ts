import { type ObservedCall } from '../../local/observe';

/** How long the last call of a function took, where one runs at a time. */
export class FunctionTime {
  /** From the call to its answer. */
  milliseconds = 0;
  private began = 0;

  /** For the product's `observe`. */
  readonly observe = ({ service, phase }: ObservedCall): void => {
    if (service !== 'lambda') return;
    if (phase === 'before') this.began = performance.now();
    else this.milliseconds = performance.now() - this.began;
  };
}

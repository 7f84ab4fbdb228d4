/** The package has no types of its own. */
declare module 'asl-validator' {
  function validate(definition: unknown): { isValid: boolean; errorsText(separator?: string): string };
  export = validate;
}

/** A path of an OpenAPI description, such as "/conversations/{conversationSid}/pause". */
export interface PathTemplate {
  readonly template: string;
  /** Number of its parameters: of two templates that match, the one with fewer is meant (OpenAPI, "Path Templating"). */
  readonly parameters: number;
  /** Whether a path (without its query) is such a one, also where it has a wrong escape. */
  matches(path: string): boolean;
  /** The parameters of a path (without its query), percent-decoded; undefined when the path is another one. */
  match(path: string): Record<string, string> | undefined;
}

export function pathTemplate(template: string): PathTemplate {
  const names: string[] = [];
  const pattern = template
    .split(/(\{[^}]+\})/)
    .map((part) => (part.startsWith('{') ? (names.push(part.slice(1, -1)), '([^/]+)') : escapeRegExp(part)))
    .join('');
  const expression = new RegExp(`^${pattern}$`);
  return {
    template,
    parameters: names.length,
    matches: (path) => expression.test(path),
    match(path) {
      const found = expression.exec(path);
      return found
        ? Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]))
        : undefined;
    },
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A JSON Pointer (RFC 6901) as a URI fragment, "#/paths/~1health/get". */
export function fragment(...segments: (string | number)[]): string {
  const escaped = segments.map((segment) => String(segment).replaceAll('~', '~0').replaceAll('/', '~1'));
  return ['#', ...escaped.map(encodeURIComponent)].join('/');
}

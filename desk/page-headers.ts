/**
 * What the desk's page may do: run its own script, and ask its own address and the API. Styles may be inline, because
 * Paste makes its styles while it runs, and a page that is kept as a file cannot carry a nonce for them.
 * @param apiOrigins where the API is, if not at the page's own address
 */
export function contentSecurityPolicy(apiOrigins: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...apiOrigins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For what has its contents in its name: a year, which is as good as for ever. */
export const KEEP_FOR_EVER = 'public, max-age=31536000, immutable';
/** For the page and its configuration: asked for again each time, and not sent again while they are the same. */
export const ASK_EACH_TIME = 'no-cache';

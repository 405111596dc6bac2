/**
 * Replaces control characters and line breaks, for headers and greetings: a display name must not start a line of its own.
 */
export function headerSafeText(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

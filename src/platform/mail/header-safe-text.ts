/**
 * A text without what could end its line, for headers and greetings: what people call themselves must not begin a line
 * of its own.
 */
export function headerSafeText(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

import { normalizedText } from '../platform/common/text.js';

const SEPARATOR = ', ';

/** Returns other names as they are stored: separated by commas, each once, without space around them. */
export function otherNamesText(names: readonly string[]): string {
  return [...new Set(names.map(normalizedText))].filter((name) => name !== '').join(SEPARATOR);
}

/** Returns the names of {@link otherNamesText}. */
export function otherNamesOf(text: string): string[] {
  return text === '' ? [] : text.split(SEPARATOR);
}

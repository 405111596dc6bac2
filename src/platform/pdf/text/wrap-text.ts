import { lettersOf, lineParts } from './letters.js';

/**
 * Converts a text to one line: white space, line breaks and control characters become single spaces. Invisible characters
 * and those that change the writing direction are removed. Joiners and non-joiners stay, as do the tags of flags, the
 * isolates around inserted names, and no-break spaces, as in amounts of money.
 */
export function toOneLine(text: string): string {
  return text
    .replace(/\u202f/g, '\u00a0')
    .replace(/(?:(?!\u00a0)[\s\p{Cc}\p{Cs}])+/gu, ' ')
    .replace(/(?!\u200d|[\u200c\u2068\u2069\u{e0020}-\u{e007f}])\p{Cf}/gu, '')
    .trim();
}

/**
 * Wraps a text into lines of a maximum width. It breaks between words, which some scripts write without spaces, and within
 * a word that is wider than a line.
 *
 * @param text on one line
 * @param width maximum width of a line; a single letter may exceed it
 * @param widthOf measures a text, in the same unit
 * @returns at least one line
 */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let glue = '';
  for (const word of text.split(' ')) {
    for (const part of lineParts(word)) {
      const extended = `${line}${glue}${part}`;
      glue = '';
      if (widthOf(extended) <= width) {
        line = extended;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = breakWord(part, width, widthOf);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
    glue = line === '' ? '' : ' ';
  }
  return [...lines, line];
}

/** Measures letter by letter: measuring the growing piece would take quadratic time for a long word. */
function breakWord(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let pieceWidth = 0;
  for (const letter of lettersOf(word)) {
    const letterWidth = widthOf(letter);
    if (piece !== '' && pieceWidth + letterWidth > width) {
      pieces.push(piece);
      piece = '';
      pieceWidth = 0;
    }
    piece += letter;
    pieceWidth += letterWidth;
  }
  return [...pieces, piece];
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Converts a text to one line: white space, line breaks and control characters become single spaces. Invisible characters
 * and those that change the writing direction are removed. Joiners and non-joiners of Devanagari letters stay, and so do
 * no-break spaces, as in amounts of money.
 */
export function toOneLine(text: string): string {
  return text
    .replace(/\u202f/g, '\u00a0')
    .replace(/(?:(?!\u00a0)[\s\p{Cc}\p{Cs}])+/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .trim();
}

/**
 * Wraps a text into lines of a maximum width: it breaks between words, and within a word that is wider than a line.
 *
 * @param width maximum width of a line; a single letter may exceed it
 * @param widthOf measures a text, in the same unit
 * @returns at least one line
 */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of toOneLine(text).split(' ')) {
    const extended = line === '' ? word : `${line} ${word}`;
    if (widthOf(extended) <= width) {
      line = extended;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, widthOf);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

/** Measures letter by letter: measuring the growing piece would take quadratic time for a long word. */
function breakWord(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let pieceWidth = 0;
  for (const { segment } of GRAPHEMES.segment(word)) {
    const letterWidth = widthOf(segment);
    if (piece !== '' && pieceWidth + letterWidth > width) {
      pieces.push(piece);
      piece = '';
      pieceWidth = 0;
    }
    piece += segment;
    pieceWidth += letterWidth;
  }
  return [...pieces, piece];
}

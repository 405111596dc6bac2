const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text as one line: white space, line breaks and control characters become single spaces. What turns the direction of
 * writing or hides goes; what joins Devanagari letters or keeps them apart stays, and so does a space that does not break,
 * as in an amount of money.
 */
export function toOneLine(text: string): string {
  return text
    .replace(/\u202f/g, '\u00a0')
    .replace(/(?:(?!\u00a0)[\s\p{Cc}\p{Cs}])+/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .trim();
}

/**
 * A text in lines that are no wider than they may be: broken between words, and within a word that alone is too wide.
 *
 * @param width of a line; a single letter may be wider
 * @param widthOf measures a text, in the same unit
 * @returns one line at least
 */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of toOneLine(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = broken(word, width, widthOf);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

/** Letters are measured one by one: measuring what grows by a letter would take the square of a long word's length. */
function broken(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const { segment } of GRAPHEMES.segment(word)) {
    const more = widthOf(segment);
    if (piece !== '' && taken + more > width) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += segment;
    taken += more;
  }
  return [...pieces, piece];
}

import bidiFactory, { type Bidi } from 'bidi-js';
import { hasRightToLeft } from '../../common/bidi-text.js';

/** The sign before an inserted name from right to left. */
const ISOLATE = '\u2068';

let bidi: Bidi | undefined;

export type Direction = 'ltr' | 'rtl';

/** Returns true if a text may have parts from right to left. */
export function isBidirectional(text: string): boolean {
  return hasRightToLeft(text) || text.includes(ISOLATE);
}

/** Returns the direction of a text: that of its first letter. */
export function directionOf(text: string): Direction {
  if (!isBidirectional(text)) return 'ltr';
  const paragraph = library().getEmbeddingLevels(text).paragraphs[0];
  return paragraph === undefined || paragraph.level % 2 === 0 ? 'ltr' : 'rtl';
}

/** A line with the direction and the place of each character (UTF-16 unit). */
export interface VisualOrder {
  /** Odd for what is written from right to left. */
  readonly levels: ArrayLike<number>;
  /** Places of the characters, counted from the left. */
  readonly places: readonly number[];
}

/** Orders the characters of a line by the Unicode Bidirectional Algorithm. */
export function visualOrder(line: string, direction: Direction): VisualOrder {
  const embedding = library().getEmbeddingLevels(line, direction);
  const places: number[] = [];
  for (const [place, index] of library().getReorderedIndices(line, embedding).entries())
    places[index] = place;
  return { levels: embedding.levels, places };
}

/** Returns the mirrored form of a bracket; other letters unchanged. */
export function mirrored(letter: string): string {
  return library().getMirroredCharacter(letter) ?? letter;
}

function library(): Bidi {
  // The package exports the function itself, although its types have it as a member.
  return (bidi ??= (bidiFactory as unknown as () => Bidi)());
}

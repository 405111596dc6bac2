import type { PdfCanvas } from './pdf-canvas.js';

/** Something that is drawn across the page and never divided. */
export interface Block {
  /** In points. */
  readonly height: number;
  readonly draw: (pen: PdfCanvas, top: number) => void;
}

/** Blocks that belong together. */
export interface Section {
  /** Above the first block, and on the same page as it. */
  readonly head?: Block;
  /** Above the blocks that come to stand on a further page. */
  readonly headAgain?: Block;
  readonly blocks: readonly Block[];
}

/** A block, and how far below the page's upper edge it begins. */
export interface Placed {
  readonly block: Block;
  readonly top: number;
}

/** The part of a page that blocks may fill, in points below its upper edge. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Divides sections among pages. A block that is higher than a whole page begins one of its own.
 *
 * @param areaOf what can be filled of a page, by its index
 * @returns one page at least
 */
export function intoPages(
  sections: readonly Section[],
  areaOf: (page: number) => Area,
): (readonly Placed[])[] {
  let page: Placed[] = [];
  const pages = [page];
  let top = areaOf(0).top;
  const place = (block: Block | undefined): void => {
    if (block === undefined) return;
    page.push({ block, top });
    top += block.height;
  };
  const fits = (...blocks: (Block | undefined)[]): boolean =>
    top + heightOf(blocks) <= areaOf(pages.length - 1).bottom || page.length === 0;
  const turn = (): void => {
    page = [];
    pages.push(page);
    top = areaOf(pages.length - 1).top;
  };
  for (const { head, headAgain, blocks } of sections) {
    if (!fits(head, blocks[0])) turn();
    place(head);
    for (const [i, block] of blocks.entries()) {
      if (i > 0 && !fits(block)) {
        turn();
        place(headAgain);
      }
      place(block);
    }
  }
  return pages;
}

function heightOf(blocks: readonly (Block | undefined)[]): number {
  return blocks.reduce((height, block) => height + (block?.height ?? 0), 0);
}

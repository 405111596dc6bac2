import type { PdfCanvas } from './pdf-canvas.js';

/** Content that is drawn across the page and never split. */
export interface Block {
  /** In points. */
  readonly height: number;
  readonly draw: (canvas: PdfCanvas, top: number) => void;
}

/** Blocks that belong together. */
export interface Section {
  /** Drawn above the first block, on the same page. */
  readonly head?: Block;
  /** Drawn above the blocks that continue on a further page. */
  readonly headAgain?: Block;
  readonly blocks: readonly Block[];
}

/** A block with its distance from the page's upper edge. */
export interface PlacedBlock {
  readonly block: Block;
  readonly top: number;
}

/** The part of a page that blocks may fill, in points below its upper edge. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Distributes sections over pages. A block that is higher than a page starts a page of its own.
 *
 * @param areaOf returns the area of a page that may be filled, by the page's index
 * @returns at least one page
 */
export function paginate(
  sections: readonly Section[],
  areaOf: (page: number) => Area,
): (readonly PlacedBlock[])[] {
  let page: PlacedBlock[] = [];
  const pages = [page];
  let top = areaOf(0).top;
  const place = (block: Block | undefined): void => {
    if (block === undefined) return;
    page.push({ block, top });
    top += block.height;
  };
  const fits = (...blocks: (Block | undefined)[]): boolean =>
    top + heightOf(blocks) <= areaOf(pages.length - 1).bottom || page.length === 0;
  const startPage = (): void => {
    page = [];
    pages.push(page);
    top = areaOf(pages.length - 1).top;
  };
  for (const { head, headAgain, blocks } of sections) {
    if (!fits(head, blocks[0])) startPage();
    place(head);
    for (const [i, block] of blocks.entries()) {
      if (i > 0 && !fits(block)) {
        startPage();
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

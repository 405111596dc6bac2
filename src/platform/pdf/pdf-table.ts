import { setImmediate } from 'node:timers/promises';
import type { Block, Section } from './page-layout.js';
import { HAIRLINE, INK, MUTED, type Align, type PdfCanvas, type Style } from './pdf-canvas.js';
import { LEFT, WIDTH } from './pdf-document.js';

export interface Column {
  readonly title: string;
  /** How much of the width it gets, in proportion to the shares of the others. 1 where nothing is said. */
  readonly share?: number;
  /** Left where nothing is said; numbers stand right. */
  readonly align?: Align;
}

export interface Table {
  readonly columns: readonly Column[];
  /** A text for each column. */
  readonly rows: readonly (readonly string[])[];
}

interface Cell {
  readonly left: number;
  readonly width: number;
  readonly align: Align;
}

const HEAD: Style = { font: 'bold', size: 8, colour: MUTED };
const BODY: Style = { font: 'regular', size: 9.5, colour: INK };
const PADDING = 5;
const GAP = 12;
/** Rows that are measured before others get their turn: some milliseconds of work. */
const ROWS_AT_ONCE = 10;

/**
 * A table over the whole width. Long texts take several lines, and each page that it goes on to has the columns' titles
 * again.
 */
export async function tableSection(pen: PdfCanvas, { columns, rows }: Table): Promise<Section> {
  const cells = cellsOf(columns);
  const titles = columns.map(({ title }) => title);
  const head = rowBlock(pen, titles, cells, HEAD, { colour: INK, weight: 0.8 });
  const blocks: Block[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_AT_ONCE === 0) await setImmediate();
    blocks.push(rowBlock(pen, row, cells, BODY, { colour: HAIRLINE, weight: 0.5 }));
  }
  return { head, headAgain: head, blocks };
}

function cellsOf(columns: readonly Column[]): Cell[] {
  const shares = columns.reduce((all, { share = 1 }) => all + share, 0);
  const perShare = (WIDTH - GAP * (columns.length - 1)) / shares;
  let left = LEFT;
  return columns.map(({ share = 1, align = 'left' }) => {
    const cell = { left, width: share * perShare, align };
    left += cell.width + GAP;
    return cell;
  });
}

function rowBlock(
  pen: PdfCanvas,
  texts: readonly string[],
  cells: readonly Cell[],
  style: Style,
  rule: { readonly colour: string; readonly weight: number },
): Block {
  const columns = cells.map((cell, i) => ({ cell, lines: pen.lines(texts[i] ?? '', cell.width, style) }));
  const most = Math.max(...columns.map(({ lines }) => lines.length));
  const height = pen.heightOf(most, style) + 2 * PADDING;
  return {
    height,
    draw: (on, top) => {
      for (const { cell, lines } of columns) on.write(lines, { ...cell, top: top + PADDING }, style);
      on.rule(LEFT, top + height, WIDTH, rule);
    },
  };
}

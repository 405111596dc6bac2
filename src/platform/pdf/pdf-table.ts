import { setImmediate } from 'node:timers/promises';
import type { Block, Section } from './page-layout.js';
import { HAIRLINE, INK, MUTED, type Align, type PdfCanvas, type Style } from './pdf-canvas.js';
import { LEFT, WIDTH } from './pdf-document.js';

export interface Column {
  readonly title: string;
  /** Relative width, in proportion to the shares of the other columns; 1 by default. */
  readonly share?: number;
  /** Left by default; numbers are aligned right. */
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
/** Number of rows to measure before the event loop gets a turn: some milliseconds of work. */
const ROW_BATCH_SIZE = 10;

/**
 * Lays out a table over the full width. Long texts take several lines, and each further page repeats the column titles.
 */
export async function tableSection(canvas: PdfCanvas, { columns, rows }: Table): Promise<Section> {
  const cells = cellsOf(columns);
  const titles = columns.map(({ title }) => title);
  const head = rowBlock(canvas, titles, cells, HEAD, { colour: INK, weight: 0.8 });
  const blocks: Block[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % ROW_BATCH_SIZE === 0) await setImmediate();
    blocks.push(rowBlock(canvas, row, cells, BODY, { colour: HAIRLINE, weight: 0.5 }));
  }
  return { head, headAgain: head, blocks };
}

function cellsOf(columns: readonly Column[]): Cell[] {
  const totalShares = columns.reduce((total, { share = 1 }) => total + share, 0);
  const perShare = (WIDTH - GAP * (columns.length - 1)) / totalShares;
  let left = LEFT;
  return columns.map(({ share = 1, align = 'left' }) => {
    const cell = { left, width: share * perShare, align };
    left += cell.width + GAP;
    return cell;
  });
}

function rowBlock(
  canvas: PdfCanvas,
  texts: readonly string[],
  cells: readonly Cell[],
  style: Style,
  rule: { readonly colour: string; readonly weight: number },
): Block {
  const columns = cells.map((cell, i) => ({ cell, lines: canvas.lines(texts[i] ?? '', cell.width, style) }));
  const maxLines = Math.max(...columns.map(({ lines }) => lines.length));
  const height = canvas.heightOf(maxLines, style) + 2 * PADDING;
  return {
    height,
    draw: (target, top) => {
      for (const { cell, lines } of columns) target.write(lines, { ...cell, top: top + PADDING }, style);
      target.rule(LEFT, top + height, WIDTH, rule);
    },
  };
}

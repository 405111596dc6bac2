import type { Writable } from 'node:stream';
import type { Block, Section } from './page-layout.js';
import { ACCENT, INK, MUTED, TINT, type PdfCanvas, type Style } from './pdf-canvas.js';
import { LEFT, printPdf, WIDTH } from './pdf-document.js';
import { tableSection, type Table } from './pdf-table.js';

/** A figure that is looked at first. */
export interface KeyFigure {
  readonly label: string;
  /** As it is printed, formatted already. */
  readonly value: string;
}

/** A table of a report, under its title. The texts are formatted already. */
export interface ReportTable extends Table {
  readonly title: string;
}

/** What the layout itself says, in the report's language. */
export interface ReportWords {
  /** In place of a table's rows where it has none. */
  readonly none: string;
  readonly pageNumber: (page: number, pages: number) => string;
}

/** A report, ready to be printed: `printableFormats` makes its amounts, numbers and days. */
export interface ReportContent {
  readonly storeName: string;
  readonly title: string;
  /** What it is about: June 2026. */
  readonly period: string;
  /** The document's date, in milliseconds since 1970. The same report with the same date is the same file. */
  readonly at: number;
  /** That it is written in, BCP 47. */
  readonly language: string;
  readonly words: ReportWords;
  readonly figures: readonly KeyFigure[];
  readonly tables: readonly ReportTable[];
}

const STORE: Style = { font: 'bold', size: 9.5, colour: ACCENT };
const TITLE: Style = { font: 'bold', size: 22, colour: INK };
const PERIOD: Style = { font: 'regular', size: 12, colour: MUTED };
const LABEL: Style = { font: 'regular', size: 8, colour: MUTED };
const FIGURE: Style = { font: 'bold', size: 15, colour: INK };
const HEADING: Style = { font: 'bold', size: 12, colour: INK };
const EMPTY: Style = { font: 'regular', size: 9.5, colour: MUTED };

const FIGURES_IN_A_ROW = 3;
const GAP = 12;
const PADDING = 10;

/**
 * Prints a report as PDF: its title, its key figures, and its tables, over as many pages as they take.
 *
 * @param stream is ended
 * @throws what the stream throws
 */
export async function writeReportPdf(stream: Writable, report: ReportContent): Promise<void> {
  const { storeName, title, period, at, language, words } = report;
  const name = `${storeName} · ${title} · ${period}`;
  const about = { title: `${title}, ${period}`, author: storeName, at, language };
  await printPdf(stream, about, async (pen) => {
    const sections: Section[] = [{ blocks: [masthead(pen, report), ...figureRows(pen, report.figures)] }];
    for (const table of report.tables) sections.push(await titledTable(pen, table, words.none));
    return { sections, runningHead: name, foot: name, pageNumber: words.pageNumber };
  });
}

function masthead(pen: PdfCanvas, { storeName, title, period }: ReportContent): Block {
  const texts = (
    [
      [storeName, STORE],
      [title, TITLE],
      [period, PERIOD],
    ] as const
  ).map(([text, style]) => ({
    style,
    lines: pen.lines(text, WIDTH, style),
  }));
  return {
    height: texts.reduce((all, { lines, style }) => all + pen.heightOf(lines.length, style), 0) + 20,
    draw: (on, top) => {
      let below = top;
      for (const { lines, style } of texts) {
        on.write(lines, { left: LEFT, top: below, width: WIDTH }, style);
        below += on.heightOf(lines.length, style);
      }
    },
  };
}

/** Boxes beside each other, so many to a row. */
function figureRows(pen: PdfCanvas, figures: readonly KeyFigure[]): Block[] {
  const rows = Array.from({ length: Math.ceil(figures.length / FIGURES_IN_A_ROW) }, (_, i) =>
    figures.slice(i * FIGURES_IN_A_ROW, (i + 1) * FIGURES_IN_A_ROW),
  );
  return rows.map((row) => figureRow(pen, row));
}

function figureRow(pen: PdfCanvas, row: readonly KeyFigure[]): Block {
  const width = (WIDTH - GAP * (FIGURES_IN_A_ROW - 1)) / FIGURES_IN_A_ROW;
  const height = pen.heightOf(1, LABEL) + pen.heightOf(1, FIGURE) + 2 * PADDING;
  return {
    height: height + GAP,
    draw: (on, top) => {
      for (const [i, { label, value }] of row.entries()) {
        const left = LEFT + i * (width + GAP);
        const inside = { left: left + PADDING, width: width - 2 * PADDING };
        on.box(left, top, width, height, TINT);
        on.writeLine(label, { ...inside, top: top + PADDING }, LABEL);
        on.writeLine(value, { ...inside, top: top + PADDING + on.heightOf(1, LABEL) }, FIGURE);
      }
    },
  };
}

async function titledTable(pen: PdfCanvas, table: ReportTable, none: string): Promise<Section> {
  const { head, headAgain, blocks } = await tableSection(pen, table);
  const titled = below(heading(pen, table.title), head);
  return { head: titled, headAgain, blocks: blocks.length > 0 ? blocks : [nothing(pen, none)] };
}

function heading(pen: PdfCanvas, text: string): Block {
  const air = { above: 18, below: 4 };
  const lines = pen.lines(text, WIDTH, HEADING);
  return {
    height: air.above + pen.heightOf(lines.length, HEADING) + air.below,
    draw: (on, top) => on.write(lines, { left: LEFT, top: top + air.above, width: WIDTH }, HEADING),
  };
}

function nothing(pen: PdfCanvas, none: string): Block {
  return {
    height: pen.heightOf(1, EMPTY) + PADDING,
    draw: (on, top) => on.write([none], { left: LEFT, top: top + PADDING / 2, width: WIDTH }, EMPTY),
  };
}

/** Two blocks as one. */
function below(first: Block, second: Block | undefined): Block {
  if (second === undefined) return first;
  return {
    height: first.height + second.height,
    draw: (on, top) => {
      first.draw(on, top);
      second.draw(on, top + first.height);
    },
  };
}

import type { Writable } from 'node:stream';
import { isolated } from '../common/bidi-text.js';
import type { Block, Section } from './page-layout.js';
import { ACCENT, INK, MUTED, TINT, type PdfCanvas, type Style } from './pdf-canvas.js';
import { LEFT, printPdf, WIDTH } from './pdf-document.js';
import { tableSection, type Table } from './pdf-table.js';

/** A key figure at the top of a report. */
export interface KeyFigure {
  readonly label: string;
  /** Already formatted. */
  readonly value: string;
}

/** A table of a report with its title. The texts are already formatted. */
export interface ReportTable extends Table {
  readonly title: string;
}

/** Texts of the layout itself, in the report's language. */
export interface ReportTexts {
  /** Shown in place of the rows of an empty table. */
  readonly none: string;
  readonly pageNumber: (page: number, pages: number) => string;
}

/** A report that is ready to print: `storeFormats` formats its amounts, numbers and days. */
export interface ReportContent {
  readonly storeName: string;
  readonly title: string;
  /** Period of the report, such as June 2026. */
  readonly period: string;
  /** Date of the document in milliseconds since 1970. The same report with the same date gives the same file. */
  readonly at: number;
  /** Language of the texts, BCP 47. */
  readonly language: string;
  readonly words: ReportTexts;
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

const FIGURES_PER_ROW = 3;
const GAP = 12;
const PADDING = 10;

/**
 * Prints a report as PDF: its title, its key figures and its tables, on as many pages as needed.
 *
 * @param stream destination, which is ended
 * @throws errors of the stream
 */
export async function writeReportPdf(stream: Writable, report: ReportContent): Promise<void> {
  const { storeName, title, period, at, language, words } = report;
  const name = `${isolated(storeName)} · ${title} · ${period}`;
  const about = { title: `${title}, ${period}`, author: storeName, at, language };
  await printPdf(stream, about, async (canvas) => {
    const sections: Section[] = [
      { blocks: [masthead(canvas, report), ...figureRows(canvas, report.figures)] },
    ];
    for (const table of report.tables) sections.push(await titledTable(canvas, table, words.none));
    return { sections, runningHead: name, foot: name, pageNumber: words.pageNumber };
  });
}

function masthead(canvas: PdfCanvas, { storeName, title, period }: ReportContent): Block {
  const texts = (
    [
      [storeName, STORE],
      [title, TITLE],
      [period, PERIOD],
    ] as const
  ).map(([text, style]) => ({
    style,
    lines: canvas.lines(text, WIDTH, style),
  }));
  return {
    height: texts.reduce((total, { lines, style }) => total + canvas.heightOf(lines.length, style), 0) + 20,
    draw: (target, top) => {
      let y = top;
      for (const { lines, style } of texts) {
        target.write(lines, { left: LEFT, top: y, width: WIDTH }, style);
        y += target.heightOf(lines.length, style);
      }
    },
  };
}

/** Lays out the key figures as boxes, several to a row. */
function figureRows(canvas: PdfCanvas, figures: readonly KeyFigure[]): Block[] {
  const rows = Array.from({ length: Math.ceil(figures.length / FIGURES_PER_ROW) }, (_, i) =>
    figures.slice(i * FIGURES_PER_ROW, (i + 1) * FIGURES_PER_ROW),
  );
  return rows.map((row) => figureRow(canvas, row));
}

function figureRow(canvas: PdfCanvas, row: readonly KeyFigure[]): Block {
  const width = (WIDTH - GAP * (FIGURES_PER_ROW - 1)) / FIGURES_PER_ROW;
  const height = canvas.heightOf(1, LABEL) + canvas.heightOf(1, FIGURE) + 2 * PADDING;
  const inner = width - 2 * PADDING;
  const boxes = row.map(({ label, value }) => ({
    label: canvas.singleLine(label, inner, LABEL),
    value: canvas.singleLine(value, inner, FIGURE),
  }));
  return {
    height: height + GAP,
    draw: (target, top) => {
      for (const [i, { label, value }] of boxes.entries()) {
        const left = LEFT + i * (width + GAP);
        const inside = { left: left + PADDING, width: inner };
        target.box(left, top, width, height, TINT);
        target.write(label, { ...inside, top: top + PADDING }, LABEL);
        target.write(value, { ...inside, top: top + PADDING + target.heightOf(1, LABEL) }, FIGURE);
      }
    },
  };
}

async function titledTable(canvas: PdfCanvas, table: ReportTable, none: string): Promise<Section> {
  const { head, headAgain, blocks } = await tableSection(canvas, table);
  const titled = stack(heading(canvas, table.title), head);
  return { head: titled, headAgain, blocks: blocks.length > 0 ? blocks : [emptyRow(canvas, none)] };
}

function heading(canvas: PdfCanvas, text: string): Block {
  const spacing = { above: 18, below: 4 };
  const lines = canvas.lines(text, WIDTH, HEADING);
  return {
    height: spacing.above + canvas.heightOf(lines.length, HEADING) + spacing.below,
    draw: (target, top) =>
      target.write(lines, { left: LEFT, top: top + spacing.above, width: WIDTH }, HEADING),
  };
}

function emptyRow(canvas: PdfCanvas, none: string): Block {
  const line = canvas.singleLine(none, WIDTH, EMPTY);
  return {
    height: canvas.heightOf(1, EMPTY) + PADDING,
    draw: (target, top) => target.write(line, { left: LEFT, top: top + PADDING / 2, width: WIDTH }, EMPTY),
  };
}

/** Joins two blocks into one. */
function stack(first: Block, second: Block | undefined): Block {
  if (second === undefined) return first;
  return {
    height: first.height + second.height,
    draw: (target, top) => {
      first.draw(target, top);
      second.draw(target, top + first.height);
    },
  };
}

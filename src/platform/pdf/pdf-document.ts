import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { paginate, type Area, type Section } from './page-layout.js';
import { HAIRLINE, INK, MUTED, PdfCanvas, type Style } from './pdf-canvas.js';
import type { Line } from './text/line-layout.js';

/** A4, in points. */
const SHEET = { width: 595.28, height: 841.89 } as const;
const MARGIN = 48;
const RUNNING_HEAD_HEIGHT = 34;
const FOOT_HEIGHT = 36;
const SMALL: Style = { font: 'regular', size: 8, colour: MUTED };
const RUNNING_HEAD: Style = { font: 'bold', size: 8, colour: INK };
const PAGE_NUMBER_WIDTH = 60;

/** Left edge and width of the content of every page, in points. */
export const LEFT = MARGIN;
export const WIDTH = SHEET.width - 2 * MARGIN;

/** Metadata of a document. */
export interface DocumentMetadata {
  readonly title: string;
  /** Author of the content. */
  readonly author: string;
  /** Date in milliseconds since 1970. The same content with the same date gives the same file, byte for byte. */
  readonly at: number;
  /** BCP 47. */
  readonly language: string;
}

/** Content of a document. */
export interface Content {
  readonly sections: readonly Section[];
  /** Text at the top of every page except the first. */
  readonly runningHead: string;
  /** Text at the bottom of every page, next to the page number. */
  readonly foot: string;
  /** Formats the page number, which starts at 1; in English by default. */
  readonly pageNumber?: (page: number, pages: number) => string;
}

/**
 * Prints a PDF with as many A4 pages as needed. Each page goes to the stream when it is done, and the event loop gets a
 * turn in between.
 *
 * @param stream destination, which is ended
 * @param compose creates the content, with a canvas to lay out texts. It is called again after fonts were opened that
 * the content needs, so it has no other effect
 * @throws errors of the stream or of `compose`; the output written so far is then not a valid PDF
 */
export async function printPdf(
  stream: Writable,
  about: DocumentMetadata,
  compose: (canvas: PdfCanvas) => Promise<Content>,
): Promise<void> {
  const document = await newDocument(about);
  const draw = async (): Promise<void> => {
    try {
      const canvas = new PdfCanvas(document);
      const content = await withFonts(canvas, () => compose(canvas));
      await drawPages(document, canvas, content);
      document.end();
    } catch (error) {
      document.destroy(error as Error);
    }
  };
  await Promise.all([pipeline(document, stream), draw()]);
}

async function newDocument({ title, author, at, language }: DocumentMetadata): Promise<PDFKit.PDFDocument> {
  // Loaded with the first document: most processes print nothing for a long time after the start.
  const { default: PDFDocument } = await import('pdfkit');
  const date = new Date(at);
  return new PDFDocument({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    font: '', // no built-in font: they lack the rupee sign
    info: { Title: title, Author: author, Creator: author, CreationDate: date, ModDate: date },
  });
}

/** Lays out texts until all fonts that they need are open. Latin texts need one attempt. */
async function withFonts<Result>(canvas: PdfCanvas, layOut: () => Result | Promise<Result>): Promise<Result> {
  let result = await layOut();
  while (await canvas.openMissingFonts()) result = await layOut();
  return result;
}

async function drawPages(
  document: PDFKit.PDFDocument,
  canvas: PdfCanvas,
  { sections, runningHead, foot, pageNumber = englishPageNumber }: Content,
): Promise<void> {
  const pages = paginate(sections, areaOf);
  const frames = await withFonts(canvas, () => {
    const head = canvas.singleLine(runningHead, WIDTH, RUNNING_HEAD);
    const footLine = canvas.singleLine(foot, WIDTH - PAGE_NUMBER_WIDTH, SMALL);
    return pages.map((_, i) => ({
      head: i > 0 ? head : [],
      foot: footLine,
      number: canvas.singleLine(pageNumber(i + 1, pages.length), PAGE_NUMBER_WIDTH, SMALL),
    }));
  });
  for (const [i, page] of pages.entries()) {
    await setImmediate();
    document.addPage();
    const { head = [], foot: footLine = [], number = [] } = frames[i] ?? {};
    canvas.write(head, { left: LEFT, top: MARGIN, width: WIDTH }, RUNNING_HEAD);
    for (const { block, top } of page) block.draw(canvas, top);
    drawFoot(canvas, footLine, number);
  }
  await setImmediate();
}

const englishPageNumber = (page: number, pages: number): string => `${page} of ${pages}`;

function areaOf(page: number): Area {
  return {
    top: MARGIN + (page === 0 ? 0 : RUNNING_HEAD_HEIGHT),
    bottom: SHEET.height - MARGIN - FOOT_HEIGHT,
  };
}

function drawFoot(canvas: PdfCanvas, text: readonly Line[], number: readonly Line[]): void {
  const top = SHEET.height - MARGIN - canvas.heightOf(1, SMALL);
  canvas.rule(LEFT, top - 8, WIDTH, { colour: HAIRLINE });
  canvas.write(text, { left: LEFT, top, width: WIDTH - PAGE_NUMBER_WIDTH }, SMALL);
  const left = LEFT + WIDTH - PAGE_NUMBER_WIDTH;
  canvas.write(number, { left, top, width: PAGE_NUMBER_WIDTH, align: 'right' }, SMALL);
}

import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { openFont } from './fonts.js';
import { paginate, type Area, type Section } from './page-layout.js';
import { HAIRLINE, INK, MUTED, PdfCanvas, type Style } from './pdf-canvas.js';

/** A4, in points. */
const SHEET = { width: 595.28, height: 841.89 } as const;
const MARGIN = 48;
const RUNNING_HEAD_HEIGHT = 34;
const FOOT_HEIGHT = 36;
const SMALL: Style = { font: 'regular', size: 8, colour: MUTED };

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
 * @param compose creates the content, with a canvas to measure texts
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
      await drawPages(document, canvas, await compose(canvas));
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
  const document = new PDFDocument({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    font: '', // no built-in font: they lack the rupee sign
    info: { Title: title, Author: author, Creator: author, CreationDate: date, ModDate: date },
  });
  // pdfkit also accepts a parsed font, although its types do not say so.
  for (const name of ['regular', 'bold'] as const)
    document.registerFont(name, openFont(name) as unknown as Buffer);
  return document;
}

async function drawPages(
  document: PDFKit.PDFDocument,
  canvas: PdfCanvas,
  { sections, runningHead, foot, pageNumber = englishPageNumber }: Content,
): Promise<void> {
  const pages = paginate(sections, areaOf);
  for (const [i, page] of pages.entries()) {
    await setImmediate();
    document.addPage();
    if (i > 0) drawRunningHead(canvas, runningHead);
    for (const { block, top } of page) block.draw(canvas, top);
    drawFoot(canvas, foot, pageNumber(i + 1, pages.length));
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

function drawRunningHead(canvas: PdfCanvas, text: string): void {
  const style: Style = { font: 'bold', size: 8, colour: INK };
  canvas.writeLine(text, { left: LEFT, top: MARGIN, width: WIDTH }, style);
}

function drawFoot(canvas: PdfCanvas, text: string, pageNumber: string): void {
  const top = SHEET.height - MARGIN - canvas.heightOf(1, SMALL);
  const numberWidth = 60;
  canvas.rule(LEFT, top - 8, WIDTH, { colour: HAIRLINE });
  canvas.writeLine(text, { left: LEFT, top, width: WIDTH - numberWidth }, SMALL);
  const place = { left: LEFT + WIDTH - numberWidth, top, width: numberWidth, align: 'right' } as const;
  canvas.write([pageNumber], place, SMALL);
}

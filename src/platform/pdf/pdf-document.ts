import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { openFont } from './fonts.js';
import { intoPages, type Area, type Section } from './page-layout.js';
import { HAIRLINE, INK, MUTED, PdfCanvas, type Style } from './pdf-canvas.js';

/** A4, in points. */
const SHEET = { width: 595.28, height: 841.89 } as const;
const MARGIN = 48;
const RUNNING_HEAD_HEIGHT = 34;
const FOOT_HEIGHT = 36;
const SMALL: Style = { font: 'regular', size: 8, colour: MUTED };

/** Where the content of every page begins, and how wide it is, in points. */
export const LEFT = MARGIN;
export const WIDTH = SHEET.width - 2 * MARGIN;

/** What a document is, for whoever opens it. */
export interface About {
  readonly title: string;
  /** Who says what is in it. */
  readonly author: string;
  /** Its date, in milliseconds since 1970. The same content with the same date is the same file, byte for byte. */
  readonly at: number;
  /** BCP 47. */
  readonly language: string;
}

/** What is printed. */
export interface Content {
  readonly sections: readonly Section[];
  /** At the top of every page but the first. */
  readonly runningHead: string;
  /** At the foot of every page, beside the page's number. */
  readonly foot: string;
  /** Writes the page's number, which counts from 1; in English where nothing is said. */
  readonly pageNumber?: (page: number, pages: number) => string;
}

/**
 * Prints a PDF of as many A4 pages as it takes. Each page goes to the stream when it is done, and the process serves
 * others in between.
 *
 * @param stream is ended
 * @param compose makes the content, with a pen to measure by
 * @throws what the stream or `compose` throws; what was written by then is no PDF
 */
export async function printPdf(
  stream: Writable,
  about: About,
  compose: (pen: PdfCanvas) => Promise<Content>,
): Promise<void> {
  const document = await newDocument(about);
  const draw = async (): Promise<void> => {
    try {
      const pen = new PdfCanvas(document);
      await drawPages(document, pen, await compose(pen));
      document.end();
    } catch (error) {
      document.destroy(error as Error);
    }
  };
  await Promise.all([pipeline(document, stream), draw()]);
}

async function newDocument({ title, author, at, language }: About): Promise<PDFKit.PDFDocument> {
  // Loaded for the first document: most processes print nothing for a long time after their start.
  const { default: PDFDocument } = await import('pdfkit');
  const date = new Date(at);
  const document = new PDFDocument({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    font: '', // none of the built-in ones, which know no rupee
    info: { Title: title, Author: author, Creator: author, CreationDate: date, ModDate: date },
  });
  // A font that is open goes as well as a file, though pdfkit's types do not say so.
  for (const name of ['regular', 'bold'] as const)
    document.registerFont(name, openFont(name) as unknown as Buffer);
  return document;
}

async function drawPages(
  document: PDFKit.PDFDocument,
  pen: PdfCanvas,
  { sections, runningHead, foot, pageNumber = inEnglish }: Content,
): Promise<void> {
  const pages = intoPages(sections, areaOf);
  for (const [i, page] of pages.entries()) {
    await setImmediate();
    document.addPage();
    if (i > 0) drawRunningHead(pen, runningHead);
    for (const { block, top } of page) block.draw(pen, top);
    drawFoot(pen, foot, pageNumber(i + 1, pages.length));
  }
  await setImmediate();
}

const inEnglish = (page: number, pages: number): string => `${page} of ${pages}`;

function areaOf(page: number): Area {
  return {
    top: MARGIN + (page === 0 ? 0 : RUNNING_HEAD_HEIGHT),
    bottom: SHEET.height - MARGIN - FOOT_HEIGHT,
  };
}

function drawRunningHead(pen: PdfCanvas, text: string): void {
  const style: Style = { font: 'bold', size: 8, colour: INK };
  pen.writeLine(text, { left: LEFT, top: MARGIN, width: WIDTH }, style);
}

function drawFoot(pen: PdfCanvas, text: string, pageNumber: string): void {
  const top = SHEET.height - MARGIN - pen.heightOf(1, SMALL);
  const forNumber = 60;
  pen.rule(LEFT, top - 8, WIDTH, { colour: HAIRLINE });
  pen.writeLine(text, { left: LEFT, top, width: WIDTH - forNumber }, SMALL);
  const place = { left: LEFT + WIDTH - forNumber, top, width: forNumber, align: 'right' } as const;
  pen.write([pageNumber], place, SMALL);
}

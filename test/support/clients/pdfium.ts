import { PDFiumLibrary } from '@hyzyla/pdfium';

let library: Promise<PDFiumLibrary> | undefined;

/**
 * Reads the text of a PDF's pages with the library that Chrome uses: an independent opinion on what other programs find in it.
 * It separates words by one space.
 */
export async function readWithPdfium(file: Buffer): Promise<string[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(file);
  const pages = [...document.pages()].map((page) => page.getText().replace(/\s+/g, ' '));
  document.destroy();
  return pages;
}

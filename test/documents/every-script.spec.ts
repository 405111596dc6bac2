import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { printConfirmation, type ConfirmationContent } from '../../src/orders/invoices/confirmation-pdf.js';
import type { StoreConfig } from '../../src/platform/config/config.js';
import { isInBaseFont } from '../../src/platform/pdf/fonts/base-font.js';
import { NAMES_IN_BOTH_DIRECTIONS, NAMES_IN_SCRIPTS } from '../factories/names-in-scripts.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { readWithPdfium } from '../support/clients/pdfium.js';

const STORE = { name: 'Green Basket', locale: 'en-IN', timeZone: 'Asia/Kolkata' } as StoreConfig;
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

async function invoiceWith(
  name: string,
  address: Partial<ConfirmationContent['address']> = {},
): Promise<Buffer> {
  const stream = new PassThrough();
  const content = {
    number: 'INV-1',
    orderNumber: 'O-1',
    at: 0,
    currency: 'INR',
    address: { name: 'Asha', phone: '1', line1: 'A', city: 'B', postalCode: '2', ...address },
    items: [
      {
        productName: name,
        unitType: 'kg' as const,
        ratePerUnit: 5000,
        orderedQuantity: 1000,
        orderedPrice: 5000,
      },
    ],
    charges: [],
    placedTotal: 5000,
  };
  const [file] = await Promise.all([buffer(stream), printConfirmation(stream, content, STORE)]);
  return file;
}

/** Returns what another program finds on the first page. */
async function found(file: Buffer): Promise<string> {
  const [page = ''] = await readWithPdfium(file);
  return withoutSpaces(page);
}

const withoutSpaces = (text: string): string => text.replaceAll(' ', '').normalize();

const SCRIPTS = Object.entries(NAMES_IN_SCRIPTS);

it.each(SCRIPTS)('draws a name in %s in fonts that have its characters', async (_, name) => {
  const { boxes, fonts } = readPdf(await invoiceWith(name, { name, city: name }));
  expect(boxes).toBe(0);
  for (const [font, characters] of Object.entries(fonts))
    if (font.startsWith('NotoSans-')) expect(isInBaseFont(characters)).toBe(true);
});

it('opens no further font for a Latin invoice', async () => {
  const { fonts } = readPdf(await invoiceWith(NAMES_IN_SCRIPTS.Latin));
  expect(Object.keys(fonts).sort()).toEqual(['NotoSans-Bold', 'NotoSans-Regular']);
});

it.each(SCRIPTS.filter(([, name]) => !RIGHT_TO_LEFT.test(name)))(
  'carries a name in %s as text',
  async (_, name) => {
    const file = await invoiceWith(name);
    expect(linesOf(readPdf(file))).toContain(name);
    expect(await found(file)).toContain(withoutSpaces(name));
  },
);

it.each(SCRIPTS.filter(([, name]) => RIGHT_TO_LEFT.test(name)))(
  'carries a name in %s as text, from right to left',
  async (_, name) => {
    const file = await invoiceWith('Tomatoes', { name });
    expect(linesOf(readPdf(file))).toContain(Array.from(name).reverse().join(''));
    expect(await found(file)).toContain(withoutSpaces(name));
  },
);

it.each([
  // As they are drawn, from left to right; programs that know about directions put them in order.
  ['a number in Arabic', 'غك 25 مطامط'],
  ['Latin in Arabic', 'راضخلل Basket ةكرش'],
  ['Hebrew in Latin', 'Fresh 5 תוינבגע kg'],
  ['brackets in Arabic', '(جزاط) مطامط'],
  ['an emoji in Hebrew', 'ירש 🍅 תוינבגע'],
] as const)('draws %s in the order in which it is read', async (kind, drawn) => {
  const file = readPdf(await invoiceWith(NAMES_IN_BOTH_DIRECTIONS[kind]));
  expect(linesOf(file)).toContain(drawn);
  expect(file.boxes).toBe(0);
});

it('keeps a name from right to left apart from what follows it', async () => {
  const lines = linesOf(readPdf(await invoiceWith('Rice', { city: 'تل' })));
  expect(lines).toContain('لت 2');
});

it.each([
  ['a private character', 'Rice \ue123', 'Rice \ue123'],
  ['a character that is not assigned', 'Rice \u{3fffd}', 'Rice \u{3fffd}'],
  ['half a character', 'Rice \ud83c!', 'Rice !'],
  ['control characters', 'Rice\u0000\u001b[31m', 'Rice [31m'],
  ['a joiner alone', '\u200d', '\u200d'],
  ['marks without a letter', '\u0bcd\u0301', '\u0bcd\u0301'],
  ['a selector after a letter', 'a\ufe0f', 'a\ufe0f'],
])('shows %s', async (_, name, text) => {
  const file = await invoiceWith(name);
  const pdf = readPdf(file);
  expect(linesOf(pdf)[linesOf(pdf).indexOf('Amount') + 1]).toBe(text);
  expect(pdf.boxes).toBe(0);
});

it.each([
  ['marks on one letter', `a${'\u0301'.repeat(10_000)}`],
  ['a word in Kannada', 'ಕ್ಷ'.repeat(3000)],
  ['emoji that are joined', '👩\u200d'.repeat(5000)],
  ['letters in Arabic', 'ش'.repeat(10_000)],
  ['brackets in both directions', 'א(ا['.repeat(2000)],
])('prints a very long name of %s in little time', async (_, name) => {
  await invoiceWith(name);
  const start = process.cpuUsage();
  await invoiceWith(name);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(8000);
});

it('breaks Chinese and Thai without spaces, and never before a closing mark', async () => {
  for (const name of ['新鲜蔬菜，西红柿。'.repeat(9), 'มะเขือเทศสดใหม่'.repeat(6)]) {
    const lines = linesOf(readPdf(await invoiceWith(name)));
    const own = lines.filter((line) => line !== '' && name.includes(line));
    expect(own.length).toBeGreaterThan(1);
    expect(own.join('')).toBe(name);
    expect(own.filter((line) => /^[，。\u0e30-\u0e3a]/.test(line))).toEqual([]);
  }
});

it('prints the same bytes again, whichever fonts were opened in between', async () => {
  const name = Object.values(NAMES_IN_SCRIPTS).join(' ');
  const first = await invoiceWith(name);
  await invoiceWith(NAMES_IN_SCRIPTS.Kannada);
  expect((await invoiceWith(name)).equals(first)).toBe(true);
});

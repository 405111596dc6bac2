import { storeFormats } from './print-formats.js';

const INSTANT = Date.parse('2026-05-31T20:00:00Z');

/** Formats 1250 minor units, the number 1234.25, and the day of 31 May, 20:00 UTC. */
function samples(locale: string, currency: string, timeZone: string): string[] {
  const { money, number, day } = storeFormats({ locale, currency, timeZone });
  return [money(1250), number(1234.25), day(INSTANT)].map((text) => text.replace(/\s/g, ' '));
}

describe('storeFormats', () => {
  it.each([
    ['en-IN', 'INR', 'Asia/Kolkata', ['₹12.50', '1,234.25', '1 June 2026']],
    ['hi-IN', 'INR', 'Asia/Kolkata', ['₹12.50', '1,234.25', '1 जून 2026']],
    ['fr-FR', 'EUR', 'Europe/Paris', ['12,50 €', '1 234,25', '31 mai 2026']],
    ['en-US', 'JPY', 'Asia/Tokyo', ['¥1,250', '1,234.25', 'June 1, 2026']],
    ['ar-KW-u-nu-arab', 'KWD', 'Asia/Kuwait', ['\u200f١٫٢٥٠ د.ك.\u200f', '١٬٢٣٤٫٢٥', '٣١ مايو ٢٠٢٦']],
    ['ja-JP', 'JPY', 'Asia/Tokyo', ['￥1,250', '1,234.25', '2026年6月1日']],
  ])('writes values for locale %s and currency %s', (locale, currency, timeZone, texts) => {
    expect(samples(locale, currency, timeZone)).toEqual(texts);
  });
});

import { withLatinDigits } from '../../platform/common/text.js';
import { searchTokens } from './text-normalization.js';

/** An amount in a search, as the spellings that a name may have for it. A spelling is a list of tokens. */
export type Amount = readonly (readonly string[])[];

/** A search without its amounts. */
export interface ReadText {
  readonly tokens: readonly string[];
  readonly amounts: readonly Amount[];
}

/** Units as people write them, with the unit of names and how many of that it is. */
const UNITS: readonly (readonly [words: string, unit: string, count: number])[] = [
  ['kg|kgs|kilo|kilos|kilogram|kilograms|किलो|किग्रा|किलोग्राम', 'g', 1000],
  ['g|gm|gms|gr|gram|grams|gramme|grammes|ग्राम', 'g', 1],
  ['l|lt|ltr|ltrs|litre|litres|liter|liters|लीटर|लिटर', 'ml', 1000],
  ['ml|mls|millilitre|millilitres|मिली|मिलीलीटर', 'ml', 1],
  ['dozen|dozens|doz|dz|darjan|दर्जन', '', 12],
  ['pc|pcs|piece|pieces|nos|पीस|नग', '', 1],
  ['pack|packs|packet|packets|pkt|pkts|पैकेट|पैक', '', 1],
  ['bunch|bunches|gaddi|गड्डी|bottle|bottles|बोतल|box|boxes|tin|tins|jar|jars|bag|bags', '', 1],
];

/** Numbers as words. They are amounts only before a unit: `pav` alone is bread. */
const COUNTS: Readonly<Record<string, number>> = {
  ...{
    half: 0.5,
    adha: 0.5,
    aadha: 0.5,
    आधा: 0.5,
    quarter: 0.25,
    pav: 0.25,
    paav: 0.25,
    pao: 0.25,
    पाव: 0.25,
  },
  ...{ पौन: 0.75, ek: 1, एक: 1, one: 1, dedh: 1.5, डेढ़: 1.5, do: 2, दो: 2, two: 2, dhai: 2.5, ढाई: 2.5 },
  ...{ teen: 3, तीन: 3, three: 3, char: 4, चार: 4, paanch: 5, पांच: 5, पाँच: 5, das: 10, दस: 10 },
};

/**
 * Words that say nothing of a product where others do: units without a number, and the little words of both languages. A search
 * that has nothing else is searched for as it is.
 */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'kg kgs kilo kilos litre litres liter liters ltr dozen packet packets pkt pcs किलो लीटर दर्जन पैकेट rs rupees and of the for with ka ki ke का की के और'
    .split(' ')
    .flatMap(searchTokens),
);

const NUMBER = String.raw`\d+(?:[.,/⁄]\d+)?`;
const UNIT_WORDS = UNITS.map(([words]) => words).join('|');
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}.,])(?:\d+\s*[x×*]\s*)?(?:(?<number>${NUMBER})\s*|(?<count>${Object.keys(COUNTS).join('|')})\s+)(?<unit>${UNIT_WORDS})(?![\p{L}\p{M}\p{N}])`,
  'gu',
);
const DIGITS = /^\p{Nd}+$/u;
/** A single word without a digit has no amount. */
const SINGLE_WORD = /^[\p{L}\p{M}]+$/u;

/**
 * Reads the amounts of a search, such as `milk 1l` and `आधा किलो प्याज़`: they say how much a shopper wants, not what. So do
 * numbers alone. A search without any other word keeps its words.
 */
export function readAmounts(text: string): ReadText {
  if (SINGLE_WORD.test(text)) return { tokens: searchTokens(text), amounts: [] };
  const amounts: Amount[] = [];
  const plain = withLatinDigits(text.normalize('NFKC').toLowerCase());
  const rest = plain.replace(AMOUNT, (matched: string, ...more: unknown[]) => {
    const { number, count, unit } = more.at(-1) as Record<string, string | undefined>;
    amounts.push(
      spellingsOf(matched, number === undefined ? COUNTS[count ?? ''] : valueOf(number), unit ?? ''),
    );
    return ' ';
  });
  const tokens = searchTokens(rest);
  const words = tokens.filter((token) => !DIGITS.test(token) && !EMPTY_WORDS.has(token));
  if (words.length === 0) return { tokens: searchTokens(text), amounts: [] };
  const numbers = tokens.filter((token) => DIGITS.test(token));
  return { tokens: words, amounts: [...amounts, ...numbers.map((number) => [[number]])] };
}

function valueOf(number: string): number {
  const [whole = '', part, divisor] = number.split(/([.,/⁄])/).filter(Boolean);
  if (divisor === undefined) return Number(whole);
  return part === '/' || part === '⁄' ? Number(whole) / Number(divisor) : Number(`${whole}.${divisor}`);
}

/** Returns an amount as written, and in the units that names have: 1 kg is 1000 g as well. */
function spellingsOf(written: string, value = 1, unit: string): Amount {
  const [, small = '', factor = 1] = UNITS.find(([words]) => words.split('|').includes(unit)) ?? [];
  const count = value * factor;
  const texts =
    small === ''
      ? [written, String(count)]
      : [`${String(count)} ${small}`, `${String(count / 1000)} ${small === 'g' ? 'kg' : 'l'}`];
  const spaced = texts.filter((text) => text.length <= MAX_SPELLING_LENGTH);
  // Names have the number and its unit apart or together.
  return [...spaced, ...spaced.map((text) => text.replaceAll(' ', ''))]
    .map(searchTokens)
    .filter((tokens, i, all) => all.findIndex((other) => other.join(' ') === tokens.join(' ')) === i);
}

/** Longer numbers are no amounts that a name has. */
const MAX_SPELLING_LENGTH = 12;

import { writeFileSync } from 'node:fs';

// Writes pricing.json anew: what the server and the shop must reckon alike. `node test/vectors/make-pricing.mjs`
// The cases are the same each time. What is expected is reckoned here by other means than either side's own: exact decimal texts
// and BigInt division by hand, never a float.

const MAX_RATE = 100_000_000;
const MAX_THOUSANDTHS = 100_000_000;

/** A generator of Lehmer's: the same numbers on every machine. */
let seed = 20_260_105n;
function below(limit) {
  seed = (seed * 48_271n) % 2_147_483_647n;
  return Number(seed % BigInt(limit));
}
function upTo(limit) {
  return below(2) === 0 ? below(limit + 1) : below(Math.min(limit, 20_000) + 1);
}

function times(count, make) {
  return Array.from({ length: count }, make);
}

/** rate × quantity, rounded half up by looking at what is left over. */
function priceOf(rate, thousandths) {
  const product = BigInt(rate) * BigInt(thousandths);
  const whole = product / 1000n;
  return Number(product % 1000n >= 500n ? whole + 1n : whole);
}

/** 1250 as the number that JSON writes 1.25: by text. */
function unitsOf(thousandths) {
  return Number(`${Math.trunc(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`);
}

const PRICES_BY_HAND = [
  [333, 1_500],
  [199, 333],
  [1, 499],
  [1, 500],
  [0, 1_000],
  [4_000, 1_250],
  [5, 100],
  [15, 100],
  [999, 1],
  [1, MAX_THOUSANDTHS],
  [MAX_RATE, 1],
  [MAX_RATE, MAX_THOUSANDTHS],
  [MAX_RATE - 1, MAX_THOUSANDTHS - 1],
  [99_999_999, 99_999_501],
];
const linePrice = [
  ...PRICES_BY_HAND,
  ...times(240, () => [upTo(MAX_RATE), 1 + upTo(MAX_THOUSANDTHS - 1)]),
].map(([rate, thousandths]) => [rate, thousandths, priceOf(rate, thousandths)]);

const carts = [
  [],
  [[1, 499]],
  [
    [333, 1_500],
    [199, 333],
    [1, 500],
  ],
  times(100, () => [MAX_RATE, MAX_THOUSANDTHS]),
  ...times(40, () => times(1 + below(12), () => [upTo(MAX_RATE), 1 + upTo(MAX_THOUSANDTHS - 1)])),
];
const total = carts.map((lines) => ({
  lines,
  total: Number(lines.reduce((sum, [rate, thousandths]) => sum + BigInt(priceOf(rate, thousandths)), 0n)),
}));

const thousandths = [
  0,
  1,
  5,
  10,
  250,
  333,
  499,
  500,
  999,
  1_000,
  1_001,
  1_250,
  2_675,
  MAX_THOUSANDTHS - 1,
  MAX_THOUSANDTHS,
];
const quantity = [...thousandths, ...times(120, () => upTo(MAX_THOUSANDTHS))].map((n) => [unitsOf(n), n]);

const STEPS = [1, 5, 50, 100, 250, 333, 500, 1_000, 2_000, 12_000];
const multiple = [
  [250, 1_250],
  [250, 1_300],
  [250, 0],
  [250, 249],
  [1_000, 1_000],
  [1_000, 1_500],
  [333, 999],
  [1, MAX_THOUSANDTHS],
  ...times(100, () => {
    const step = STEPS[below(STEPS.length)];
    return below(2) === 0 ? [step, step * (1 + below(50))] : [step, below(50_000)];
  }),
].map(([step, n]) => [step, n, n > 0 && BigInt(n) % BigInt(step) === 0n]);

/** Amounts that are not whole: of whole ones the shop leaves the zeros out, and the server's documents do not. Spaces are plain. */
const money = [
  ['en-IN', 'INR', 2, 12_500_050, '₹1,25,000.50'],
  ['en-IN', 'INR', 2, 5, '₹0.05'],
  ['en-IN', 'INR', 2, -150, '-₹1.50'],
  ['en-IN', 'INR', 2, 123_456_789_012_345, '₹12,34,56,78,90,123.45'],
  ['hi-IN', 'INR', 2, 12_500_050, '₹1,25,000.50'],
  ['en-US', 'JPY', 0, 125_000, '¥125,000'],
  ['en-US', 'KWD', 3, 1, 'KWD 0.001'],
  ['en-US', 'KWD', 3, -12_345, '-KWD 12.345'],
  ['de-DE', 'EUR', 2, 123_456, '1.234,56 €'],
  ['en-US', 'USD', 2, Number.MAX_SAFE_INTEGER, '$90,071,992,547,409.91'],
];

const groups = { linePrice, total, quantity, multiple, money };
const sizes = Object.fromEntries(Object.entries(groups).map(([name, cases]) => [name, cases.length]));
const lines = Object.entries(groups).map(
  ([name, cases]) =>
    `  ${JSON.stringify(name)}: [\n${cases.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`,
);
const file = new URL('pricing.json', import.meta.url);
writeFileSync(file, `{\n  "sizes": ${JSON.stringify(sizes)},\n${lines.join(',\n')}\n}\n`);

import { addressKey, addressTerms, searchedWords, type WrittenAddress } from './address-terms.js';

const ADDRESS: WrittenAddress = {
  name: 'Zoë Rao',
  phone: '+91 98450 12303',
  line1: '14, Temple Street',
  line2: 'Behind the post office',
  city: 'Bengaluru',
  postalCode: '560 003',
};

/** Matches as the database does. */
function finds(typed: string, address: WrittenAddress = ADDRESS): boolean {
  const terms = addressTerms(address);
  return searchedWords(typed).some((words) =>
    words.every((word) =>
      word.some(({ text, isPrefix }) =>
        terms.some((term) => (isPrefix ? term.startsWith(text) : term === text)),
      ),
    ),
  );
}

it.each([
  '98450 12303',
  '9845012303',
  '+91-98450-12303',
  '+91 98450 12303',
  '0091 98450 12303',
  '098450 12303',
  '0 98450 12303',
  '919845012303',
  '(98450) 12303',
  '98450',
  '12303',
  '९८४५० १२३०३',
  '٩٨٤٥٠١٢٣٠٣',
  'temple street',
  'STREET, temple',
  '14 temple',
  '१४ temple',
  'zoe',
  'rao 98450',
  'post office',
  '560003',
  '560 003',
  '५६०००३',
  '5600',
  'bengal',
])('finds an address by %j', (typed) => {
  expect(finds(typed)).toBe(true);
});

it.each([
  '',
  ' ',
  '+',
  '+91',
  '98450 12304',
  '15 temple street',
  'temple road',
  '560004',
  'te',
  "' OR 1=1",
  '🥭',
])('does not find it by %j', (typed) => {
  expect(finds(typed)).toBe(false);
});

it('finds numbers that are written without their calling code, and postal codes with letters', () => {
  const address = { ...ADDRESS, phone: '098450 12303', postalCode: 'SW1A 1AA' };
  for (const typed of ['+91 98450 12303', '98450 12303', 'sw1a1aa', 'SW1A 1AA', 'sw1a'])
    expect(finds(typed, address)).toBe(true);
  expect(finds('+91 98450 12303', { ...ADDRESS, phone: '919845012303' })).toBe(true);
});

it('has one key for an address however it is written', () => {
  const { line2: _, ...withoutSecondLine } = ADDRESS;
  const key = addressKey(ADDRESS);
  expect(
    addressKey({ ...ADDRESS, phone: '98450-12303', line1: ' 14,  temple STREET', postalCode: '५६० ००३' }),
  ).toBe(key);
  for (const other of [{ ...ADDRESS, line1: '15, Temple Street' }, withoutSecondLine])
    expect(addressKey(other)).not.toBe(key);
});

it('has few terms, all of them short', () => {
  const long = 'x'.repeat(200);
  const terms = addressTerms({ ...ADDRESS, name: long, line1: 'a '.repeat(100), line2: long });
  expect(terms.length).toBeLessThan(20);
  expect(Math.max(...terms.map(({ length }) => length))).toBe(40);
});

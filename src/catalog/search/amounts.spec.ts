import { readAmounts } from './amounts.js';

describe('readAmounts', () => {
  it.each<[string, string[]]>([
    ['milk 1l', ['milk']],
    ['red onion 1kg', ['red', 'onion']],
    ['500 g paneer', ['paneer']],
    ['chawal 5 kilo', ['chawal']],
    ['2x500 ml oil', ['oil']],
    ['1.5 kg aloo', ['aloo']],
    ['½ kg tomatoes', ['tomatoes']],
    ['half kg bhindi', ['bhindi']],
    ['आधा किलो प्याज़', ['प्याज']],
    ['५ किलो आटा', ['आटा']],
    ['6 eggs', ['eggs']],
    ['eggs dozen', ['eggs']],
    ['filter coffee 80:20', ['filter', 'coffee']],
    ['pav', ['pav']],
    ['pav kilo aloo', ['aloo']],
    ['bag of rice', ['bag', 'rice']],
    ['horse gram 500 gram', ['horse', 'gram']],
    ['cashews w240', ['cashews', 'w240']],
    ['a2 milk', ['a2', 'milk']],
  ])('leaves of %j the words %j', (text, tokens) => {
    expect(readAmounts(text).tokens).toEqual(tokens);
  });

  it.each([['500 g'], ['1'], ['kilo'], ['1 L']])('keeps the words of %j, which has no others', (text) => {
    expect(readAmounts(text)).toEqual({ tokens: text.toLowerCase().split(' '), amounts: [] });
  });

  it.each<[string, string[]]>([
    ['milk 1l', ['1000 ml', '1 l', '1000ml', '1l']],
    ['0,5 kg paneer', ['500 g', '0 5 kg', '500g']],
    ['1/4 kg ghee', ['250 g', '250g']],
    ['eggs 1 dozen', ['1 dozen', '12']],
    ['dark chocolate 70 %', ['70']],
  ])('reads the amount of %j', (text, expected) => {
    const [amount = []] = readAmounts(text).amounts;
    const spellings = amount.map((tokens) => tokens.join(' '));
    expect(spellings).toEqual(expect.arrayContaining(expected));
  });
});

import { product, type DemoSection } from './demo-product.js';

export const DRINKS: DemoSection = {
  name: 'Tea, Coffee & Drinks',
  description: 'From the first chai of the day to something cold with dinner.',
  products: [
    product(
      { name: 'Assam Tea 500 g', brand: 'Pahadi Patta', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'pack', rate: 26000, step: 1, stock: 48, lowStock: 10 },
      'Small, strong CTC grains that turn milk the colour of a brick. For kadak chai.',
    ),
    product(
      { name: 'Darjeeling First Flush 100 g', brand: 'Pahadi Patta', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'pack', rate: 42000, step: 1, stock: 10, lowStock: 3 },
      'Whole spring leaves, floral and pale. No milk, please.',
    ),
    product(
      { name: 'Masala Chai 250 g', brand: 'Pahadi Patta', madeDaysAgo: 40, goodForDays: 450 },
      { unitType: 'pack', rate: 18500, step: 1, stock: 30, lowStock: 6 },
      'Assam leaf with crushed ginger, cardamom and clove already in it.',
    ),
    product(
      { name: 'Green Tea with Tulsi', brand: 'Pahadi Patta', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'pack', rate: 16500, step: 1, stock: 22, lowStock: 5 },
      'Twenty-five bags of Nilgiri green tea and holy basil, light and slightly peppery.',
    ),
    product(
      { name: 'Kashmiri Kahwa 100 g', brand: 'Pampore Bagh', madeDaysAgo: 40, goodForDays: 450 },
      { unitType: 'pack', rate: 29000, step: 1, stock: 8, lowStock: 3 },
      'Green tea with saffron, almond slivers and cinnamon, to be drunk slowly from small cups.',
    ),
    product(
      { name: 'Filter Coffee 80:20', brand: 'Kaapi Galli', madeDaysAgo: 7, goodForDays: 120 },
      { unitType: 'pack', rate: 24000, step: 1, stock: 34, lowStock: 8 },
      'Chikmagalur beans with a fifth of chicory, ground for the brass filter, 500 g.',
    ),
    product(
      { name: 'Pure Arabica Grounds 250 g', brand: 'Kaapi Galli', madeDaysAgo: 7, goodForDays: 90 },
      { unitType: 'pack', rate: 31000, step: 1, stock: 16, lowStock: 4 },
      'Medium roast from shade-grown Coorg estates: cocoa, orange peel, no chicory.',
    ),
    product(
      { name: 'Instant Coffee 100 g', brand: 'Kaapi Galli', madeDaysAgo: 50, goodForDays: 720 },
      { unitType: 'pack', rate: 27500, step: 1, stock: 30, lowStock: 6 },
      'Freeze-dried granules that foam when you beat them with sugar and a drop of water.',
    ),
    product(
      { name: 'Drinking Chocolate 250 g', brand: 'Tea Tray Bakes', madeDaysAgo: 50, goodForDays: 450 },
      { unitType: 'pack', rate: 21000, step: 1, stock: 18, lowStock: 4 },
      'Cocoa and cane sugar, without malt. Whisk it into hot milk.',
    ),
    product(
      { name: 'Orange Juice 1 L', brand: 'Phalranga', madeDaysAgo: 20, goodForDays: 180 },
      { unitType: 'pack', rate: 13000, step: 1, stock: 32, lowStock: 6 },
      'Pressed from Nagpur oranges, with nothing added but pulp.',
    ),
    product(
      { name: 'Mango Nectar 1 L', brand: 'Phalranga', madeDaysAgo: 20, goodForDays: 180 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 38, lowStock: 8 },
      'Thick Totapuri pulp with a little sugar, close to drinking the fruit itself.',
    ),
    product(
      { name: 'Aam Panna 750 ml', brand: 'Phalranga', madeDaysAgo: 25, goodForDays: 270 },
      { unitType: 'pack', rate: 14500, step: 1, stock: 18, lowStock: 4 },
      'Roasted raw mango, mint and cumin. One part of it to four of cold water.',
    ),
    product(
      { name: 'Rose Sherbet 750 ml', brand: 'Phalranga', madeDaysAgo: 30, goodForDays: 540 },
      { unitType: 'pack', rate: 16000, step: 1, stock: 22, lowStock: 5 },
      'A ruby syrup distilled with Damask petals, for milk, falooda and Ramzan evenings.',
    ),
    product(
      { name: 'Kokum Sherbet 500 ml', brand: 'Konkan Crate', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 13500, step: 1, stock: 15, lowStock: 6 },
      'Sour, purple and cooling, from the Ratnagiri coast. Good with a pinch of cumin.',
    ),
    product(
      { name: 'Coconut Water 200 ml', brand: 'Konkan Crate', madeDaysAgo: 15, goodForDays: 180 },
      { unitType: 'pack', rate: 4500, step: 1, stock: 40, lowStock: 8 },
      'Tender coconut water in a carton, nothing taken out and nothing put in.',
    ),
    product(
      { name: 'Masala Soda 300 ml', brand: 'Nukkad Pop', madeDaysAgo: 15, goodForDays: 180 },
      { unitType: 'pack', rate: 2500, step: 1, stock: 54, lowStock: 12 },
      'Lime, black salt and a great many bubbles, the taste of a railway platform in June.',
    ),
    product(
      { name: 'Ginger Lemon Fizz 300 ml', brand: 'Nukkad Pop', madeDaysAgo: 15, goodForDays: 180 },
      { unitType: 'pack', rate: 4000, step: 1, stock: 36, lowStock: 8 },
      'Real ginger juice, which is why it settles at the bottom and why it bites.',
    ),
    product(
      { name: 'Drinking Water 5 L', brand: 'Nukkad Pop', madeDaysAgo: 10, goodForDays: 180 },
      { unitType: 'pack', rate: 7500, step: 1, stock: 40, lowStock: 8 },
      'Filtered, ozonised and sealed, in a can with a tap.',
    ),
  ],
};

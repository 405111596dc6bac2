import { product, type DemoSection } from './demo-product.js';

export const FRUITS: DemoSection = {
  name: 'Fruits',
  description: 'Ripe today or ripe tomorrow: ask, and we pick accordingly.',
  products: [
    product(
      { name: 'Robusta Bananas' },
      { unitType: 'dozen', rate: 6000, step: 0.5, stock: 45, lowStock: 8 },
      'The everyday banana, sold just turning yellow so that it lasts the week.',
    ),
    product(
      { name: 'Elaichi Bananas' },
      { unitType: 'dozen', rate: 8500, step: 0.5, stock: 24, lowStock: 5 },
      'Finger-sized yelakki with thin skin and a scent of cardamom. Children finish them first.',
    ),
    product(
      { name: 'Shimla Apples' },
      { unitType: 'kg', rate: 16000, step: 0.25, stock: 60, lowStock: 10 },
      'Red and juicy from Himachal orchards, with a balance of sweet and sharp.',
    ),
    product(
      { name: 'Green Apples' },
      { unitType: 'kg', rate: 22000, step: 0.25, stock: 24, lowStock: 5 },
      'Tart and very crisp, for those who sprinkle salt on fruit.',
    ),
    product(
      { name: 'Alphonso Mangoes' },
      { unitType: 'dozen', rate: 90000, step: 0.5, stock: 8, lowStock: 2 },
      'Ratnagiri hapus, ripened in straw and not by powder. Saffron flesh, no fibre.',
    ),
    product(
      { name: 'Banganapalle Mangoes' },
      { unitType: 'kg', rate: 12000, step: 0.25, stock: 40, lowStock: 8 },
      'Large, golden and mild, the mango to slice for a whole table.',
    ),
    product(
      { name: 'Raw Mangoes' },
      { unitType: 'kg', rate: 8000, step: 0.25, stock: 18, lowStock: 4 },
      'Hard, green and sour, for pickle, panna and a plate with chilli salt.',
    ),
    product(
      { name: 'Nagpur Oranges' },
      { unitType: 'kg', rate: 9000, step: 0.25, stock: 50, lowStock: 10 },
      'Loose-skinned and easy to peel, with the sharp-sweet juice they are known for.',
    ),
    product(
      { name: 'Sweet Limes' },
      { unitType: 'kg', rate: 7500, step: 0.25, stock: 36, lowStock: 8 },
      'Mosambi heavy with juice. Three make a good glass.',
    ),
    product(
      { name: 'Lemons' },
      { unitType: 'kg', rate: 11000, step: 0.25, stock: 22, lowStock: 4 },
      'Thin-skinned kagzi lemons. A kilo is about twenty.',
    ),
    product(
      { name: 'Papaya' },
      { unitType: 'kg', rate: 5000, step: 0.25, stock: 42, lowStock: 8 },
      'Ripe and orange inside. We will cut one in half if a whole one is too much.',
    ),
    product(
      { name: 'Watermelon' },
      { unitType: 'kg', rate: 2800, step: 0.5, stock: 90, lowStock: 15 },
      'Dark-skinned kiran, knocked on and listened to before it reached this shelf.',
    ),
    product(
      { name: 'Muskmelon' },
      { unitType: 'kg', rate: 5500, step: 0.5, stock: 34, lowStock: 6 },
      'Netted skin, strong perfume. Chill it well and eat it the same day.',
    ),
    product(
      { name: 'Pineapple' },
      { unitType: 'piece', rate: 8000, step: 1, stock: 20, lowStock: 4 },
      'About a kilo and a half of Kerala queen pineapple, golden at the base.',
    ),
    product(
      { name: 'Pomegranate' },
      { unitType: 'kg', rate: 20000, step: 0.25, stock: 30, lowStock: 6 },
      'Bhagwa pomegranates with soft seeds and deep ruby juice.',
    ),
    product(
      { name: 'Guava' },
      { unitType: 'kg', rate: 8000, step: 0.25, stock: 26, lowStock: 6 },
      'Allahabad guavas, white inside, best while they still crunch.',
    ),
    product(
      { name: 'Black Grapes' },
      { unitType: 'kg', rate: 14000, step: 0.25, stock: 22, lowStock: 5 },
      'Seedless and dusky from Nashik, picked in full bunches. Sweet with a thin snap of skin.',
    ),
    product(
      { name: 'Green Grapes' },
      { unitType: 'kg', rate: 12000, step: 0.25, stock: 0, lowStock: 5 },
      'Long seedless Thompson grapes, cool and mild. The new picking is on its way.',
    ),
    product(
      { name: 'Sapota' },
      { unitType: 'kg', rate: 7000, step: 0.25, stock: 18, lowStock: 4 },
      'Brown chikoo that tastes of jaggery when soft. Let it sit a day on the counter.',
    ),
    product(
      { name: 'Kiwi', brand: 'Hillcrest Pick' },
      { unitType: 'pack', rate: 12000, step: 1, stock: 16, lowStock: 4 },
      'Three green kiwis from Arunachal terraces, sharp and full of seeds that pop.',
    ),
    product(
      { name: 'Strawberries', brand: 'Hillcrest Pick', madeDaysAgo: 1, goodForDays: 4 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 5, lowStock: 6 },
      'A 200 g tray from Mahabaleshwar, packed in a single layer so that none is bruised.',
    ),
    product(
      { name: 'Pears' },
      { unitType: 'kg', rate: 15000, step: 0.25, stock: 16, lowStock: 4 },
      'Soft green babugosha with dripping flesh. Ripe when the neck gives a little.',
    ),
    product(
      { name: 'Avocado' },
      { unitType: 'piece', rate: 9500, step: 1, stock: 14, lowStock: 4 },
      'Buttery Coorg avocado, ready in two days. Wrap it in newspaper to hurry it.',
    ),
    product(
      { name: 'Tender Coconut' },
      { unitType: 'piece', rate: 6000, step: 1, stock: 36, lowStock: 8 },
      'Full of sweet water, trimmed flat so that it stands. Bring a straw, we bring the knife.',
    ),
    product(
      { name: 'Brown Coconut' },
      { unitType: 'piece', rate: 4000, step: 1, stock: 50, lowStock: 10 },
      'A dry, de-husked coconut that sloshes when shaken. Grate it the day you crack it.',
    ),
  ],
};

import { product, type DemoSection } from './demo-product.js';

export const PICKLES_AND_SAUCES: DemoSection = {
  name: 'Pickles & Sauces',
  description: 'Jars that turn plain rice into lunch.',
  products: [
    product(
      { name: 'Mango Pickle 500 g', brand: 'Achari Aangan', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'pack', rate: 16500, step: 1, stock: 38, lowStock: 8 },
      'Raw mango in mustard oil with fennel and fenugreek, sunned for three weeks on the roof.',
    ),
    product(
      { name: 'Avakaya 300 g', brand: 'Dakshin Patra', madeDaysAgo: 60, goodForDays: 450 },
      { unitType: 'pack', rate: 15000, step: 1, stock: 20, lowStock: 5 },
      'The Andhra one: big cuts with the stone, mustard powder, and a heat that does not apologise.',
    ),
    product(
      { name: 'Lime Pickle 400 g', brand: 'Achari Aangan', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'pack', rate: 13000, step: 1, stock: 28, lowStock: 6 },
      'Soft, dark lime quarters, sour and hot, better with every month.',
    ),
    product(
      { name: 'Mixed Pickle 500 g', brand: 'Achari Aangan', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'pack', rate: 14500, step: 1, stock: 32, lowStock: 6 },
      'Carrot, mango, lime, chilli and lotus stem share one jar peacefully.',
    ),
    product(
      { name: 'Garlic Pickle 300 g', brand: 'Achari Aangan', madeDaysAgo: 60, goodForDays: 450 },
      { unitType: 'pack', rate: 14000, step: 1, stock: 18, lowStock: 4 },
      'Whole cloves in a red, oily masala with a little jaggery.',
    ),
    product(
      { name: 'Stuffed Red Chilli Pickle', brand: 'Achari Aangan', madeDaysAgo: 60, goodForDays: 450 },
      { unitType: 'pack', rate: 16000, step: 1, stock: 14, lowStock: 5 },
      'Banarasi bharwan mirch packed with amchur and spices, 400 g.',
    ),
    product(
      { name: 'Tomato Ketchup 500 g', brand: 'Phalranga', madeDaysAgo: 30, goodForDays: 300 },
      { unitType: 'pack', rate: 11500, step: 1, stock: 44, lowStock: 8 },
      'Thick, made of tomatoes first and sugar second.',
    ),
    product(
      { name: 'Green Chilli Sauce 200 g', brand: 'Nukkad Pop', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 6500, step: 1, stock: 26, lowStock: 6 },
      'Vinegary and sharp, for noodles and for those who find ketchup dull.',
    ),
    product(
      { name: 'Schezwan Chutney 250 g', brand: 'Nukkad Pop', madeDaysAgo: 30, goodForDays: 270 },
      { unitType: 'pack', rate: 9000, step: 1, stock: 24, lowStock: 6 },
      'Fiery garlic and red chilli paste that Bombay puts on everything, dosa included.',
    ),
    product(
      { name: 'Tamarind Date Chutney 300 g', brand: 'Achari Aangan', madeDaysAgo: 25, goodForDays: 240 },
      { unitType: 'pack', rate: 9500, step: 1, stock: 20, lowStock: 5 },
      'Glossy and sweet-sour, for dahi puri and samosas.',
    ),
    product(
      { name: 'Mixed Fruit Jam 500 g', brand: 'Phalranga', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 16000, step: 1, stock: 30, lowStock: 6 },
      'Papaya, pineapple, apple and grape boiled down to what every lunch box wants.',
    ),
    product(
      { name: 'Peanut Butter, Crunchy', brand: 'Subah Bowl', madeDaysAgo: 30, goodForDays: 270 },
      { unitType: 'pack', rate: 19900, step: 1, stock: 22, lowStock: 5 },
      'Roasted Gujarat peanuts and a pinch of salt, 350 g. The oil on top means that it is real.',
    ),
    product(
      { name: 'Tamarind Block 500 g', brand: 'Dakshin Patra', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 26, lowStock: 6 },
      'Seedless, sticky and brown. A lemon-sized ball is enough for a pot of rasam.',
    ),
    product(
      { name: 'Coconut Milk 200 ml', brand: 'Konkan Crate', madeDaysAgo: 30, goodForDays: 365 },
      { unitType: 'pack', rate: 7500, step: 1, stock: 30, lowStock: 6 },
      'First-press milk that makes a stew creamy. Shake the carton well.',
    ),
    product(
      { name: 'Pasta Sauce, Tomato Basil', brand: 'Casa Malai', madeDaysAgo: 30, goodForDays: 300 },
      { unitType: 'pack', rate: 18500, step: 1, stock: 12, lowStock: 3 },
      'Simmered with olive oil and torn basil, 350 g, sufficient for four plates.',
    ),
  ],
};

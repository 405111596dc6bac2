import { product, type DemoSection } from './demo-product.js';

export const OILS_AND_GHEE: DemoSection = {
  name: 'Oils & Ghee',
  description: 'Pressed in wooden ghanis where we could get it, refined where you prefer.',
  products: [
    product(
      { name: 'Sunflower Oil 1 L', brand: 'Tel Tarang', madeDaysAgo: 25, goodForDays: 270 },
      { unitType: 'pack', rate: 15500, step: 1, stock: 70, lowStock: 12 },
      'Refined and neutral, light enough for everyday frying.',
    ),
    product(
      { name: 'Sunflower Oil 5 L', brand: 'Tel Tarang', madeDaysAgo: 25, goodForDays: 270 },
      { unitType: 'pack', rate: 74500, step: 1, stock: 18, lowStock: 4 },
      'The can for large families and for weddings, with a handle that does not cut.',
    ),
    product(
      { name: 'Groundnut Oil, Wood Pressed', brand: 'Tel Tarang', madeDaysAgo: 12, goodForDays: 180 },
      { unitType: 'l', rate: 29000, step: 0.5, stock: 40, lowStock: 8 },
      'Pressed cold in a vaagai-wood ghani and poured from the drum into your bottle.',
    ),
    product(
      { name: 'Groundnut Oil 1 L', brand: 'Tel Tarang', madeDaysAgo: 25, goodForDays: 270 },
      { unitType: 'pack', rate: 19800, step: 1, stock: 36, lowStock: 8 },
      'Filtered, golden, and steady at high heat for puris and bhajiyas.',
    ),
    product(
      { name: 'Mustard Oil 1 L', brand: 'Tel Tarang', madeDaysAgo: 20, goodForDays: 270 },
      { unitType: 'pack', rate: 18500, step: 1, stock: 48, lowStock: 10 },
      'Kachi ghani, pungent enough to make your eyes water. Heat it to smoking first.',
    ),
    product(
      { name: 'Sesame Oil 500 ml', brand: 'Tel Tarang', madeDaysAgo: 20, goodForDays: 240 },
      { unitType: 'pack', rate: 24000, step: 1, stock: 20, lowStock: 5 },
      'Gingelly oil pressed with a little palm jaggery, for idli podi and pickles.',
    ),
    product(
      { name: 'Coconut Oil 1 L', brand: 'Konkan Crate', madeDaysAgo: 20, goodForDays: 360 },
      { unitType: 'pack', rate: 34000, step: 1, stock: 26, lowStock: 6 },
      'From sun-dried copra, unbleached, with the full smell of a Kerala kitchen.',
    ),
    product(
      { name: 'Virgin Coconut Oil', brand: 'Konkan Crate', madeDaysAgo: 15, goodForDays: 450 },
      { unitType: 'ml', rate: 85, step: 100, stock: 9000, lowStock: 1500 },
      'Cold pressed from fresh milk and clear as water. Bring a jar, we fill it.',
    ),
    product(
      { name: 'Rice Bran Oil 1 L', brand: 'Tel Tarang', madeDaysAgo: 25, goodForDays: 270 },
      { unitType: 'pack', rate: 16500, step: 1, stock: 24, lowStock: 6 },
      'A high smoke point and no taste of its own.',
    ),
    product(
      { name: 'Olive Oil, Extra Virgin 500 ml', brand: 'Casa Malai', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'pack', rate: 64000, step: 1, stock: 12, lowStock: 3 },
      'Green, grassy and peppery at the back of the throat. Keep it for salads and bread.',
    ),
    product(
      { name: 'Cow Ghee 500 ml', brand: 'Dhavalgram', madeDaysAgo: 15, goodForDays: 270 },
      { unitType: 'pack', rate: 34500, step: 1, stock: 42, lowStock: 8 },
      "Slowly clarified until grainy, with the nutty smell of a halwai's kadhai.",
    ),
    product(
      { name: 'Bilona Ghee 500 ml', brand: 'Kherawadi Farms', madeDaysAgo: 10, goodForDays: 270 },
      { unitType: 'pack', rate: 89000, step: 1, stock: 3, lowStock: 4 },
      'Curd churned by hand with a wooden bilona, then simmered. Small batches, quickly gone.',
    ),
  ],
};

import { product, type DemoSection } from './demo-product.js';

export const PERSONAL_CARE: DemoSection = {
  name: 'Personal Care',
  description: 'Plain, good things for the bathroom shelf.',
  products: [
    product(
      { name: 'Neem Soap 125 g', brand: 'Neemroot', madeDaysAgo: 60, goodForDays: 1080 },
      { unitType: 'piece', rate: 4200, step: 1, stock: 60, lowStock: 12 },
      'Dark green, herbal and brisk, with real neem oil in it.',
    ),
    product(
      { name: 'Sandalwood Soap 125 g', brand: 'Komalika', madeDaysAgo: 60, goodForDays: 1080 },
      { unitType: 'piece', rate: 6500, step: 1, stock: 44, lowStock: 8 },
      'A slow-melting bar with the scent of a temple courtyard.',
    ),
    product(
      { name: 'Handwash Refill 750 ml', brand: 'Neemroot', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 9900, step: 1, stock: 30, lowStock: 6 },
      'Tulsi and lime, in a pouch that fills the pump bottle three times over.',
    ),
    product(
      { name: 'Coconut Shampoo 340 ml', brand: 'Komalika', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 26000, step: 1, stock: 22, lowStock: 5 },
      'Lathers softly, rinses fast, leaves the hair smelling of the coast.',
    ),
    product(
      { name: 'Shikakai Powder 200 g', brand: 'Neemroot', madeDaysAgo: 45, goodForDays: 720 },
      { unitType: 'pack', rate: 8500, step: 1, stock: 16, lowStock: 4 },
      'Sun-dried pods, reetha and amla, ground fine. A hair wash without a bottle.',
    ),
    product(
      { name: 'Amla Hair Oil 200 ml', brand: 'Neemroot', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 28, lowStock: 6 },
      'Gooseberry slow-cooked in sesame oil, for a Sunday champi.',
    ),
    product(
      { name: 'Herbal Toothpaste 150 g', brand: 'Neemroot', madeDaysAgo: 60, goodForDays: 720 },
      { unitType: 'pack', rate: 9500, step: 1, stock: 48, lowStock: 10 },
      'Clove, mint and babool, with a foam that does not take over.',
    ),
    product(
      { name: 'Charcoal Toothbrush', brand: 'Neemroot' },
      { unitType: 'piece', rate: 4500, step: 1, stock: 40, lowStock: 8 },
      'Soft, tapered bristles and a slim neck that reaches the last molar.',
    ),
    product(
      { name: 'Bamboo Toothbrush', brand: 'Neemroot' },
      { unitType: 'piece', rate: 8000, step: 1, stock: 18, lowStock: 5 },
      'Wooden handle, soft nylon bristles. Pull those out and the rest goes back to the soil.',
    ),
    product(
      { name: 'Moisturising Lotion 300 ml', brand: 'Komalika', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 24500, step: 1, stock: 20, lowStock: 5 },
      'Almond oil and aloe, absorbed before you have found your other shoe.',
    ),
    product(
      { name: 'Aloe Vera Gel 150 ml', brand: 'Neemroot', madeDaysAgo: 60, goodForDays: 720 },
      { unitType: 'pack', rate: 14000, step: 1, stock: 3, lowStock: 5 },
      'Cool and clear, for sunburn, shaving nicks and hair that will not lie down.',
    ),
    product(
      { name: 'Rose Water 120 ml', brand: 'Pampore Bagh', madeDaysAgo: 45, goodForDays: 540 },
      { unitType: 'pack', rate: 7500, step: 1, stock: 26, lowStock: 6 },
      'Steam distilled from Kannauj roses, with no colour and no alcohol.',
    ),
    product(
      { name: 'Talcum Powder 200 g', brand: 'Komalika', madeDaysAgo: 60, goodForDays: 1080 },
      { unitType: 'pack', rate: 13000, step: 1, stock: 24, lowStock: 5 },
      'Lightly scented with khus, a dry comfort in a humid month.',
    ),
    product(
      { name: 'Razor, Twin Blade', brand: 'Ghar Sutra' },
      { unitType: 'pack', rate: 9500, step: 1, stock: 22, lowStock: 5 },
      'Five disposable razors with a rubber grip and a strip of aloe.',
    ),
    product(
      { name: 'Shaving Cream 70 g', brand: 'Komalika', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 8000, step: 1, stock: 12, lowStock: 4 },
      'A dense lemony lather from a pea-sized squeeze.',
    ),
    product(
      { name: 'Sanitary Pads, Large', brand: 'Komalika', madeDaysAgo: 60, goodForDays: 1080 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 34, lowStock: 8 },
      'Fifteen cotton-topped pads with wings, each in a paper wrap.',
    ),
    product(
      { name: 'Cotton Wool 100 g', brand: 'Neemroot' },
      { unitType: 'pack', rate: 6000, step: 1, stock: 20, lowStock: 5 },
      'Absorbent, unbleached and lint-free, in a drawstring bag.',
    ),
    product(
      { name: 'Adhesive Bandages', brand: 'Neemroot', madeDaysAgo: 60, goodForDays: 1080 },
      { unitType: 'pack', rate: 4000, step: 1, stock: 32, lowStock: 6 },
      'Twenty washproof strips in three sizes for knives, knees and new shoes.',
    ),
  ],
};

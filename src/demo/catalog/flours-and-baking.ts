import { product, type DemoSection } from './demo-product.js';

export const FLOURS_AND_BAKING: DemoSection = {
  name: 'Flours & Baking',
  description: 'Milled slowly on stone each week, with all that a home baker asks for.',
  products: [
    product(
      { name: 'Chakki Atta 5 kg', brand: 'Malwa Chakki', madeDaysAgo: 8, goodForDays: 90 },
      { unitType: 'pack', rate: 26500, step: 1, stock: 60, lowStock: 10 },
      'Sharbati wheat stone-ground with its bran. Rotis stay soft in the box till evening.',
    ),
    product(
      { name: 'Chakki Atta, Loose', brand: 'Malwa Chakki', madeDaysAgo: 3, goodForDays: 60 },
      { unitType: 'kg', rate: 4800, step: 0.5, stock: 90, lowStock: 15 },
      'Ground this week and still smelling of the field.',
    ),
    product(
      { name: 'Multigrain Atta 1 kg', brand: 'Malwa Chakki', madeDaysAgo: 8, goodForDays: 90 },
      { unitType: 'pack', rate: 8800, step: 1, stock: 26, lowStock: 6 },
      'Wheat with chana, soya, oats, maize and ragi, blended so that it still rolls thin.',
    ),
    product(
      { name: 'Maida', brand: 'Malwa Chakki', madeDaysAgo: 15, goodForDays: 150 },
      { unitType: 'kg', rate: 4600, step: 0.5, stock: 50, lowStock: 10 },
      'Fine white flour for naan, samosa crust and cakes. Sift before use.',
    ),
    product(
      { name: 'Fine Sooji 500 g', brand: 'Malwa Chakki', madeDaysAgo: 15, goodForDays: 150 },
      { unitType: 'pack', rate: 3800, step: 1, stock: 36, lowStock: 8 },
      'Pale semolina for halwa and rava idli. Roast till it smells of biscuits.',
    ),
    product(
      { name: 'Besan', brand: 'Malwa Chakki', madeDaysAgo: 15, goodForDays: 150 },
      { unitType: 'kg', rate: 11000, step: 0.25, stock: 48, lowStock: 10 },
      'Pure chana dal flour, fine enough for dhokla, with the nuttiness that a kadhi needs.',
    ),
    product(
      { name: 'Rice Flour 500 g', brand: 'Malwa Chakki', madeDaysAgo: 15, goodForDays: 180 },
      { unitType: 'pack', rate: 4200, step: 1, stock: 28, lowStock: 6 },
      'Silky and dry, for murukku, for modak shells, or a spoon of it for crispness in a batter.',
    ),
    product(
      { name: 'Ragi Flour 1 kg', brand: 'Malwa Chakki', madeDaysAgo: 12, goodForDays: 120 },
      { unitType: 'pack', rate: 8200, step: 1, stock: 22, lowStock: 5 },
      "Dark and earthy finger millet, for mudde, dosa or a baby's first porridge.",
    ),
    product(
      { name: 'Jowar Flour 1 kg', brand: 'Malwa Chakki', madeDaysAgo: 12, goodForDays: 90 },
      { unitType: 'pack', rate: 7800, step: 1, stock: 18, lowStock: 5 },
      'Freshly milled, so that a bhakri pats out without cracking.',
    ),
    product(
      { name: 'Bajra Flour 1 kg', brand: 'Malwa Chakki', madeDaysAgo: 10, goodForDays: 60 },
      { unitType: 'pack', rate: 7000, step: 1, stock: 4, lowStock: 5 },
      'Grey-green and warm, the flour of winter. Eat the rotla with garlic chutney and makhan.',
    ),
    product(
      { name: 'Makki Atta 500 g', brand: 'Malwa Chakki', madeDaysAgo: 15, goodForDays: 120 },
      { unitType: 'pack', rate: 4500, step: 1, stock: 16, lowStock: 4 },
      'Yellow maize meal for makki di roti. Knead with hot water and pat by hand.',
    ),
    product(
      { name: 'Corn Flour 200 g', brand: 'Tea Tray Bakes', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'pack', rate: 4200, step: 1, stock: 24, lowStock: 5 },
      'White starch that thickens a soup clear and gives pakoras their snap.',
    ),
    product(
      { name: 'Cocoa Powder 150 g', brand: 'Tea Tray Bakes', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'pack', rate: 19000, step: 1, stock: 14, lowStock: 4 },
      'Unsweetened and dark, from Idukki cacao. A spoonful improves any brownie.',
    ),
    product(
      { name: 'Baking Powder 100 g', brand: 'Tea Tray Bakes', madeDaysAgo: 40, goodForDays: 360 },
      { unitType: 'pack', rate: 4500, step: 1, stock: 22, lowStock: 5 },
      'Double acting: it rises once in the bowl and again in the oven.',
    ),
    product(
      { name: 'Instant Dry Yeast 50 g', brand: 'Tea Tray Bakes', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'pack', rate: 7500, step: 1, stock: 12, lowStock: 3 },
      'No need to wake it in warm milk, it goes straight into the flour.',
    ),
    product(
      { name: 'Vanilla Extract', brand: 'Tea Tray Bakes', madeDaysAgo: 50, goodForDays: 900 },
      { unitType: 'ml', rate: 900, step: 10, stock: 600, lowStock: 100 },
      'Made from Wayanad pods in spirit, poured by the ten millilitres from a dark jar.',
    ),
  ],
};

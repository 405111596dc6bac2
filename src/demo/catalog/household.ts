import { product, type DemoSection } from './demo-product.js';

export const HOUSEHOLD: DemoSection = {
  name: 'Household',
  description: 'For clean floors, bright dishes and an evening lamp.',
  products: [
    product(
      { name: 'Dishwash Bar 200 g', brand: 'Chamkila', madeDaysAgo: 60, goodForDays: 1080 },
      { unitType: 'pack', rate: 2500, step: 1, stock: 80, lowStock: 15 },
      'Lime-scented and hard, so that it lasts. Cuts grease with very little foam.',
    ),
    product(
      { name: 'Dishwash Liquid 750 ml', brand: 'Chamkila', madeDaysAgo: 60, goodForDays: 1080 },
      { unitType: 'pack', rate: 16500, step: 1, stock: 36, lowStock: 8 },
      'One capful for a sink of dishes, kind to brass and to hands.',
    ),
    product(
      { name: 'Scrub Sponges', brand: 'Chamkila' },
      { unitType: 'pack', rate: 6000, step: 1, stock: 42, lowStock: 8 },
      'Three sponges with a rough side for the kadhai and a soft side for glass.',
    ),
    product(
      { name: 'Washing Powder 1 kg', brand: 'Chamkila', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 46, lowStock: 10 },
      'For bucket or machine, with a fresh smell that is gone once the clothes are dry.',
    ),
    product(
      { name: 'Liquid Detergent 1 L', brand: 'Chamkila', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 21000, step: 1, stock: 26, lowStock: 6 },
      'For front loaders: low suds, easy on colours, nothing left in the drawer.',
    ),
    product(
      { name: 'Fabric Softener 800 ml', brand: 'Chamkila', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 18500, step: 1, stock: 14, lowStock: 4 },
      'A trace of mogra in towels that were like cardboard.',
    ),
    product(
      { name: 'Floor Cleaner, Citronella', brand: 'Neemroot', madeDaysAgo: 45, goodForDays: 720 },
      { unitType: 'pack', rate: 15500, step: 1, stock: 32, lowStock: 6 },
      'A litre that smells of lemongrass and that flies cannot bear.',
    ),
    product(
      { name: 'Toilet Cleaner 500 ml', brand: 'Chamkila', madeDaysAgo: 60, goodForDays: 720 },
      { unitType: 'pack', rate: 9800, step: 1, stock: 30, lowStock: 6 },
      'Thick enough to cling under the rim. Leave it for twenty minutes.',
    ),
    product(
      { name: 'Glass Cleaner Spray', brand: 'Chamkila', madeDaysAgo: 60, goodForDays: 900 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 18, lowStock: 4 },
      'Mirrors, windows and hobs without streaks, 500 ml with a trigger.',
    ),
    product(
      { name: 'Soft Broom', brand: 'Ghar Sutra' },
      { unitType: 'piece', rate: 14000, step: 1, stock: 20, lowStock: 5 },
      'Meghalaya tiger grass bound tight, with fewer loose hairs each time you sweep.',
    ),
    product(
      { name: 'Cotton Floor Mop', brand: 'Ghar Sutra' },
      { unitType: 'piece', rate: 22000, step: 1, stock: 3, lowStock: 4 },
      'Long looped yarn on a steel handle, with a head that comes off to be washed.',
    ),
    product(
      { name: 'Garbage Bags, Medium', brand: 'Ghar Sutra' },
      { unitType: 'pack', rate: 8500, step: 1, stock: 40, lowStock: 8 },
      'Thirty compostable bags made of maize starch, for the kitchen bin.',
    ),
    product(
      { name: 'Kitchen Towel Roll', brand: 'Ghar Sutra' },
      { unitType: 'pack', rate: 11000, step: 1, stock: 34, lowStock: 8 },
      'Two rolls of two-ply paper that stays in one piece when wet.',
    ),
    product(
      { name: 'Aluminium Foil 9 m', brand: 'Ghar Sutra' },
      { unitType: 'pack', rate: 9500, step: 1, stock: 26, lowStock: 6 },
      "Keeps parathas warm until lunch. Cuts clean on the box's edge.",
    ),
    product(
      { name: 'Safety Matches', brand: 'Sandhya Deep' },
      { unitType: 'pack', rate: 2000, step: 1, stock: 70, lowStock: 15 },
      'Ten boxes of Sivakasi matches that light even in August.',
    ),
    product(
      { name: 'Mogra Incense Sticks', brand: 'Sandhya Deep', madeDaysAgo: 30, goodForDays: 720 },
      { unitType: 'pack', rate: 6000, step: 1, stock: 44, lowStock: 8 },
      'Hand-rolled on bamboo with jasmine oil. Sixty sticks, forty minutes each.',
    ),
    product(
      { name: 'Cotton Wicks & Diyas', brand: 'Sandhya Deep' },
      { unitType: 'pack', rate: 7500, step: 1, stock: 22, lowStock: 5 },
      'Twelve clay lamps and a hundred long wicks for the threshold.',
    ),
    product(
      { name: 'Household Candles', brand: 'Sandhya Deep' },
      { unitType: 'pack', rate: 5000, step: 1, stock: 0, lowStock: 8 },
      'Six white candles of five hours each, for the evenings the grid takes off.',
    ),
    product(
      { name: 'AA Batteries', brand: 'Ghar Sutra', madeDaysAgo: 90, goodForDays: 1800 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 28, lowStock: 6 },
      'Four alkaline cells for remotes, clocks and toys.',
    ),
    product(
      { name: 'LED Bulb 9 W', brand: 'Ghar Sutra' },
      { unitType: 'piece', rate: 9900, step: 1, stock: 30, lowStock: 6 },
      'Warm white, pin-type base, as bright as the old sixty-watt bulb.',
    ),
  ],
};

import { product, type DemoSection } from './demo-product.js';

export const RICE_AND_GRAINS: DemoSection = {
  name: 'Rice & Grains',
  description: 'Old rice and new, loose or packed, and the millets our grandmothers ate.',
  products: [
    product(
      { name: 'Basmati Rice, Aged 2 Years', brand: 'Doonvali Fields', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'kg', rate: 16500, step: 0.5, stock: 120, lowStock: 20 },
      'Long slender grains from the Dehradun valley that double in the pot and never stick.',
    ),
    product(
      { name: 'Basmati Rice 5 kg', brand: 'Doonvali Fields', madeDaysAgo: 60, goodForDays: 540 },
      { unitType: 'pack', rate: 78000, step: 1, stock: 24, lowStock: 5 },
      'The same aged basmati in a cloth bag with a zip, for a family that likes its pulao.',
    ),
    product(
      { name: 'Basmati Tukda', brand: 'Doonvali Fields', madeDaysAgo: 60, goodForDays: 480 },
      { unitType: 'kg', rate: 8500, step: 0.5, stock: 60, lowStock: 10 },
      'Broken basmati with all of the perfume at half the price. Very good for kheer and khichdi.',
    ),
    product(
      { name: 'Brown Basmati 1 kg', brand: 'Doonvali Fields', madeDaysAgo: 45, goodForDays: 270 },
      { unitType: 'pack', rate: 17500, step: 1, stock: 20, lowStock: 5 },
      'Unpolished, nutty and a little chewy. Soak it for half an hour first.',
    ),
    product(
      { name: 'Sona Masoori Rice', brand: 'Annavali', madeDaysAgo: 40, goodForDays: 360 },
      { unitType: 'kg', rate: 6800, step: 0.5, stock: 150, lowStock: 25 },
      'Light, medium-grained daily rice that drinks up sambar without going soft.',
    ),
    product(
      { name: 'Ponni Boiled Rice', brand: 'Annavali', madeDaysAgo: 40, goodForDays: 360 },
      { unitType: 'kg', rate: 6400, step: 0.5, stock: 90, lowStock: 15 },
      'Parboiled in the husk the Tanjore way, so that the grains stay apart and keep their goodness.',
    ),
    product(
      { name: 'Idli Rice', brand: 'Annavali', madeDaysAgo: 40, goodForDays: 360 },
      { unitType: 'kg', rate: 5200, step: 0.5, stock: 80, lowStock: 15 },
      'Short, fat parboiled grains that grind to a smooth batter and rise well.',
    ),
    product(
      { name: 'Matta Red Rice', brand: 'Annavali', madeDaysAgo: 40, goodForDays: 360 },
      { unitType: 'kg', rate: 7800, step: 0.5, stock: 40, lowStock: 8 },
      'Kerala rosematta with streaks of red bran and an earthy taste that stands up to fish curry.',
    ),
    product(
      { name: 'Gobindobhog Rice 1 kg', brand: 'Annavali', madeDaysAgo: 50, goodForDays: 360 },
      { unitType: 'pack', rate: 16000, step: 1, stock: 14, lowStock: 4 },
      'Tiny, buttery grains from Bardhaman for payesh and festival khichuri.',
    ),
    product(
      { name: 'Thick Poha', brand: 'Subah Bowl', madeDaysAgo: 20, goodForDays: 180 },
      { unitType: 'kg', rate: 7000, step: 0.25, stock: 45, lowStock: 10 },
      'Flattened rice that holds its shape after a rinse, for a proper plate of kanda poha.',
    ),
    product(
      { name: 'Thin Poha 500 g', brand: 'Subah Bowl', madeDaysAgo: 20, goodForDays: 180 },
      { unitType: 'pack', rate: 4200, step: 1, stock: 26, lowStock: 6 },
      'Paper-thin flakes for chivda, crisp after a few minutes in a dry pan.',
    ),
    product(
      { name: 'Puffed Rice 250 g', brand: 'Subah Bowl', madeDaysAgo: 10, goodForDays: 90 },
      { unitType: 'pack', rate: 3000, step: 1, stock: 34, lowStock: 8 },
      'Light murmura for bhel and jhal muri. Roast it for a minute if the air is damp.',
    ),
    product(
      { name: 'Broken Wheat 500 g', brand: 'Malwa Chakki', madeDaysAgo: 20, goodForDays: 180 },
      { unitType: 'pack', rate: 4800, step: 1, stock: 30, lowStock: 6 },
      'Medium dalia, for a sweet porridge with milk or a savoury one with vegetables.',
    ),
    product(
      { name: 'Rolled Oats 1 kg', brand: 'Subah Bowl', madeDaysAgo: 30, goodForDays: 300 },
      { unitType: 'pack', rate: 19000, step: 1, stock: 28, lowStock: 6 },
      'Whole oats, steamed and rolled, nothing added. Creamy in five minutes.',
    ),
    product(
      { name: 'Ragi Whole', brand: 'Annavali', madeDaysAgo: 30, goodForDays: 300 },
      { unitType: 'kg', rate: 6200, step: 0.5, stock: 32, lowStock: 8 },
      'Finger millet, cleaned of stones. Sprout it, dry it and mill it for the best malt.',
    ),
    product(
      { name: 'Jowar Whole', brand: 'Annavali', madeDaysAgo: 30, goodForDays: 300 },
      { unitType: 'kg', rate: 5800, step: 0.5, stock: 25, lowStock: 8 },
      'Cream-coloured Maldandi sorghum from Solapur, for bhakri or for popping.',
    ),
    product(
      { name: 'Sabudana 500 g', brand: 'Subah Bowl', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 5800, step: 1, stock: 24, lowStock: 5 },
      'Even white pearls for fasting-day khichdi. Soak with very little water, overnight.',
    ),
    product(
      { name: 'Roasted Vermicelli 400 g', brand: 'Subah Bowl', madeDaysAgo: 25, goodForDays: 270 },
      { unitType: 'pack', rate: 4800, step: 1, stock: 30, lowStock: 6 },
      'Short durum strands, browned already, for seviyan or a ten-minute upma.',
    ),
  ],
};

import { product, type DemoSection } from './demo-product.js';

export const DALS_AND_PULSES: DemoSection = {
  name: 'Dals & Pulses',
  description: 'Cleaned, unpolished and sold fresh enough to soften in one whistle.',
  products: [
    product(
      { name: 'Toor Dal', madeDaysAgo: 25, goodForDays: 300 },
      { unitType: 'kg', rate: 16000, step: 0.25, stock: 110, lowStock: 20 },
      'Split pigeon peas from Latur, unoiled, the base of sambar and of every weekday varan.',
    ),
    product(
      { name: 'Moong Dal, Yellow', madeDaysAgo: 25, goodForDays: 300 },
      { unitType: 'kg', rate: 13000, step: 0.25, stock: 85, lowStock: 15 },
      'Skinless and quick to cook, gentle on the stomach, lovely in khichdi.',
    ),
    product(
      { name: 'Moong Dal, Split Green', madeDaysAgo: 25, goodForDays: 300 },
      { unitType: 'kg', rate: 12500, step: 0.25, stock: 45, lowStock: 8 },
      'Split with the skin left on. Soak it for cheela or a rustic dal with garlic.',
    ),
    product(
      { name: 'Whole Green Moong', madeDaysAgo: 25, goodForDays: 330 },
      { unitType: 'kg', rate: 12000, step: 0.25, stock: 60, lowStock: 10 },
      'Sprouts overnight in a damp cloth, every last one of them.',
    ),
    product(
      { name: 'Chana Dal', madeDaysAgo: 25, goodForDays: 330 },
      { unitType: 'kg', rate: 9500, step: 0.25, stock: 70, lowStock: 12 },
      'Nutty, with a bite that survives long cooking. Also for puran poli.',
    ),
    product(
      { name: 'Masoor Dal', madeDaysAgo: 25, goodForDays: 300 },
      { unitType: 'kg', rate: 9800, step: 0.25, stock: 64, lowStock: 12 },
      'Salmon-pink lentils that melt into a silky dal in the time it takes to cook the rice.',
    ),
    product(
      { name: 'Whole Masoor', madeDaysAgo: 25, goodForDays: 330 },
      { unitType: 'kg', rate: 9200, step: 0.25, stock: 35, lowStock: 8 },
      'Brown lentils with their coats on, meaty and full, for a slow Bengali or Punjabi pot.',
    ),
    product(
      { name: 'Urad Dal, White', madeDaysAgo: 25, goodForDays: 300 },
      { unitType: 'kg', rate: 14500, step: 0.25, stock: 58, lowStock: 10 },
      'Split and skinless for vada, papad and tempering.',
    ),
    product(
      { name: 'Whole Black Urad', madeDaysAgo: 25, goodForDays: 330 },
      { unitType: 'kg', rate: 13500, step: 0.25, stock: 38, lowStock: 8 },
      'For dal makhani. Give it a night of soaking and a whole afternoon of patience.',
    ),
    product(
      { name: 'Kabuli Chana', madeDaysAgo: 25, goodForDays: 360 },
      { unitType: 'kg', rate: 14000, step: 0.25, stock: 62, lowStock: 10 },
      'Big, creamy chickpeas of twelve millimetres that swell to twice the size for chole.',
    ),
    product(
      { name: 'Kala Chana', madeDaysAgo: 25, goodForDays: 360 },
      { unitType: 'kg', rate: 8800, step: 0.25, stock: 48, lowStock: 8 },
      'Small brown chickpeas with a firm skin, for ghugni, sundal or a bowl of sprouts.',
    ),
    product(
      { name: 'Green Chana', madeDaysAgo: 25, goodForDays: 300 },
      { unitType: 'kg', rate: 13000, step: 0.25, stock: 0, lowStock: 5 },
      'Dried hara chana that keeps its colour in the pot. We are waiting for the new crop.',
    ),
    product(
      { name: 'Rajma Chitra', madeDaysAgo: 25, goodForDays: 360 },
      { unitType: 'kg', rate: 17000, step: 0.25, stock: 44, lowStock: 8 },
      'Speckled Himalayan kidney beans that turn to velvet without losing their shape.',
    ),
    product(
      { name: 'Rajma Jammu', brand: 'Hillcrest Pick', madeDaysAgo: 25, goodForDays: 360 },
      { unitType: 'kg', rate: 21000, step: 0.25, stock: 22, lowStock: 5 },
      'Small, dark red beans from Bhaderwah, with a sweetness that needs hardly any masala.',
    ),
    product(
      { name: 'Lobia', madeDaysAgo: 25, goodForDays: 330 },
      { unitType: 'kg', rate: 12000, step: 0.25, stock: 28, lowStock: 6 },
      'Black-eyed beans that cook without soaking. A squeeze of lime at the end.',
    ),
    product(
      { name: 'Horse Gram', madeDaysAgo: 25, goodForDays: 360 },
      { unitType: 'kg', rate: 9500, step: 0.25, stock: 16, lowStock: 4 },
      'Kulthi, as eaten in the hills, in a peppery rasam or a thick winter dal.',
    ),
    product(
      { name: 'Soya Chunks 200 g', brand: 'Annavali', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 5000, step: 1, stock: 32, lowStock: 6 },
      'Spongy and full of protein. Soak, squeeze and fry before they go into the gravy.',
    ),
  ],
};

import { product, type DemoSection } from './demo-product.js';

export const HERBS_AND_GREENS: DemoSection = {
  name: 'Herbs & Greens',
  description: 'Leaves by the bunch, cut at dawn and kept standing in water.',
  products: [
    product(
      { name: 'Coriander' },
      { unitType: 'bunch', rate: 1500, step: 1, stock: 70, lowStock: 15 },
      'Fragrant leaves on slender stems, roots trimmed. Grind the stems into the chutney, they have the most taste.',
    ),
    product(
      { name: 'Mint' },
      { unitType: 'bunch', rate: 1500, step: 1, stock: 48, lowStock: 10 },
      'Bright pudina for raita, biryani and a tall nimbu pani.',
    ),
    product(
      { name: 'Curry Leaves' },
      { unitType: 'bunch', rate: 1000, step: 1, stock: 55, lowStock: 10 },
      'Glossy sprigs that crackle in hot oil and scent the whole house.',
    ),
    product(
      { name: 'Spinach' },
      { unitType: 'bunch', rate: 2500, step: 1, stock: 42, lowStock: 10 },
      'A generous 250 g of tender palak. Rinse twice: it grows in sandy soil.',
    ),
    product(
      { name: 'Fenugreek Leaves' },
      { unitType: 'bunch', rate: 2500, step: 1, stock: 30, lowStock: 8 },
      'Small-leaved methi with a pleasant bitterness, lovely in thepla and with new potatoes.',
    ),
    product(
      { name: 'Dill' },
      { unitType: 'bunch', rate: 2000, step: 1, stock: 14, lowStock: 4 },
      'Feathery shepu for a moong dal sabzi or a cucumber salad.',
    ),
    product(
      { name: 'Mustard Greens' },
      { unitType: 'bunch', rate: 3000, step: 1, stock: 0, lowStock: 5 },
      'Peppery sarson for the winter saag. Back on the shelf as the next field is cut.',
    ),
    product(
      { name: 'Red Amaranth' },
      { unitType: 'bunch', rate: 2200, step: 1, stock: 18, lowStock: 5 },
      'Lal saag that turns the rice pink. Cook it fast with garlic and dried chilli.',
    ),
    product(
      { name: 'Spring Onions' },
      { unitType: 'bunch', rate: 2500, step: 1, stock: 26, lowStock: 6 },
      'White bulbs and long green tops, mild enough to eat raw.',
    ),
    product(
      { name: 'Lemongrass' },
      { unitType: 'bunch', rate: 2000, step: 1, stock: 16, lowStock: 4 },
      'Citrus-scented stalks to bruise and steep in tea, or to simmer in a coconut curry.',
    ),
    product(
      { name: 'Iceberg Lettuce' },
      { unitType: 'piece', rate: 6000, step: 1, stock: 12, lowStock: 4 },
      'A crisp, watery head for burgers and salads. Keeps a week if wrapped.',
    ),
    product(
      { name: 'Italian Basil', brand: 'Hillcrest Pick' },
      { unitType: 'bunch', rate: 4000, step: 1, stock: 3, lowStock: 4 },
      'Soft, sweet leaves grown under shade net. Tear them over hot pasta at the last moment.',
    ),
  ],
};

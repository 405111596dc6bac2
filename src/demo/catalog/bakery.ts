import { product, type DemoSection } from './demo-product.js';

export const BAKERY: DemoSection = {
  name: 'Bakery',
  description: 'Out of the oven before seven. What is left at night goes to the shelter next door.',
  products: [
    product(
      { name: 'Milk Bread', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 4 },
      { unitType: 'piece', rate: 4500, step: 1, stock: 40, lowStock: 8 },
      'A soft 400 g loaf, sliced, with a faint sweetness that suits jam and cheese alike.',
    ),
    product(
      { name: 'Whole Wheat Bread', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 4 },
      { unitType: 'piece', rate: 5500, step: 1, stock: 36, lowStock: 8 },
      'Atta through and through, 400 g, with a close crumb that does not fall apart in a sandwich.',
    ),
    product(
      { name: 'Multigrain Loaf', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 4 },
      { unitType: 'piece', rate: 7500, step: 1, stock: 18, lowStock: 5 },
      'Ragi, flax, sunflower and oats in a chewy 400 g loaf. Toasts like a dream.',
    ),
    product(
      { name: 'Sourdough Country Loaf', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 5 },
      { unitType: 'piece', rate: 19000, step: 1, stock: 9, lowStock: 3 },
      'Fermented for a day and baked dark. Thick crust, open crumb, a gentle sourness.',
    ),
    product(
      { name: 'Baguette', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 2 },
      { unitType: 'piece', rate: 8000, step: 1, stock: 14, lowStock: 4 },
      'Crackling crust and airy inside. Eat it today, turn it into garlic bread tomorrow.',
    ),
    product(
      { name: 'Ladi Pav', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'pack', rate: 3500, step: 1, stock: 50, lowStock: 10 },
      'Six pull-apart rolls, soft as a cheek, for bhaji, vada or a smear of butter.',
    ),
    product(
      { name: 'Burger Buns', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 4 },
      { unitType: 'pack', rate: 4800, step: 1, stock: 28, lowStock: 6 },
      'Four sesame buns, sturdy enough to hold a dripping tikki together.',
    ),
    product(
      { name: 'Kulcha', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'pack', rate: 5000, step: 1, stock: 20, lowStock: 5 },
      'Four leavened rounds with nigella and coriander. Two minutes on a hot tawa.',
    ),
    product(
      { name: 'Phulka Roti', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 2 },
      { unitType: 'pack', rate: 6000, step: 1, stock: 24, lowStock: 6 },
      'Ten thin rotis rolled and puffed this morning, without preservatives.',
    ),
    product(
      { name: 'Pita Pockets', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 5 },
      { unitType: 'pack', rate: 6500, step: 1, stock: 15, lowStock: 4 },
      "Five wheat pockets that open neatly, for falafel or last night's sabzi.",
    ),
    product(
      { name: 'Butter Croissant', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 2 },
      { unitType: 'piece', rate: 8500, step: 1, stock: 18, lowStock: 5 },
      'Three days in the making, all flakes outside and honeycomb within.',
    ),
    product(
      { name: 'Sesame Bagel', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'piece', rate: 6000, step: 1, stock: 12, lowStock: 4 },
      'Boiled, then baked, so that it is chewy the way it should be.',
    ),
    product(
      { name: 'Vegetable Puff', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 1 },
      { unitType: 'piece', rate: 3000, step: 1, stock: 32, lowStock: 8 },
      'Layers of crisp pastry round a peppery potato and pea filling. Best warm.',
    ),
    product(
      { name: 'Banana Walnut Cake', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 5 },
      { unitType: 'piece', rate: 22000, step: 1, stock: 7, lowStock: 2 },
      'A 350 g tea cake made from very ripe bananas, moist to the last slice.',
    ),
    product(
      { name: 'Eggless Chocolate Cupcake', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'piece', rate: 5500, step: 1, stock: 20, lowStock: 5 },
      'Dark cocoa crumb under a swirl of cream. Nobody guesses that there is no egg in it.',
    ),
    product(
      { name: 'Glazed Doughnut', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 2 },
      { unitType: 'piece', rate: 6000, step: 1, stock: 3, lowStock: 6 },
      'Raised overnight, fried fresh, dipped in chocolate.',
    ),
    product(
      { name: 'Irani Mawa Cake', brand: 'Bhatti & Sons', madeDaysAgo: 0, goodForDays: 5 },
      { unitType: 'pack', rate: 9000, step: 1, stock: 16, lowStock: 4 },
      'Four little cakes rich with khoya and cardamom, the companions of a glass of chai.',
    ),
    product(
      { name: 'Nankhatai', brand: 'Bhatti & Sons', madeDaysAgo: 2, goodForDays: 45 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 26, lowStock: 6 },
      'Crumbly ghee biscuits with semolina and a pistachio pressed on top, 250 g.',
    ),
  ],
};

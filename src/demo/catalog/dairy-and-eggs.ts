import { product, type DemoSection } from './demo-product.js';

export const DAIRY_AND_EGGS: DemoSection = {
  name: 'Dairy & Eggs',
  description: 'Chilled from the dairy to your door, with the date on every pack.',
  products: [
    product(
      { name: 'Fresh Cow Milk', brand: 'Dhavalgram', madeDaysAgo: 0, goodForDays: 2 },
      { unitType: 'l', rate: 6400, step: 0.5, stock: 80, lowStock: 15 },
      'Loose cow milk, chilled and never homogenised, poured into your own can. Cream rises by evening.',
    ),
    product(
      { name: 'Fresh Buffalo Milk', brand: 'Dhavalgram', madeDaysAgo: 0, goodForDays: 2 },
      { unitType: 'l', rate: 7800, step: 0.5, stock: 60, lowStock: 12 },
      'Thick, white and rich, the milk that sets the firmest curd.',
    ),
    product(
      { name: 'Toned Milk 1 L', brand: 'Dhavalgram', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'pack', rate: 5600, step: 1, stock: 120, lowStock: 20 },
      'Pasteurised milk with 3 % fat, for tea all day and a glass at night.',
    ),
    product(
      { name: 'Full Cream Milk 1 L', brand: 'Dhavalgram', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'pack', rate: 7000, step: 1, stock: 90, lowStock: 15 },
      'Six per cent fat and tastes like it. Use it for kheer, rabri and strong filter coffee.',
    ),
    product(
      { name: 'Double Toned Milk 500 ml', brand: 'Dhavalgram', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'pack', rate: 2600, step: 1, stock: 60, lowStock: 12 },
      'Light milk with most of the cream taken off and all of the calcium left in.',
    ),
    product(
      { name: 'A2 Milk in Glass Bottle 1 L', brand: 'Kherawadi Farms', madeDaysAgo: 0, goodForDays: 3 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 18, lowStock: 6 },
      'From a small herd of Gir cows. Return the empty bottle with your next order.',
    ),
    product(
      { name: 'Set Curd 400 g', brand: 'Dhavalgram', madeDaysAgo: 1, goodForDays: 10 },
      { unitType: 'pack', rate: 4500, step: 1, stock: 64, lowStock: 12 },
      'Set in the cup, firm enough to hold a spoon and only faintly sour.',
    ),
    product(
      { name: 'Pot Curd 1 kg', brand: 'Kherawadi Farms', madeDaysAgo: 1, goodForDays: 9 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 20, lowStock: 5 },
      'Curd in a clay pot that drinks the whey, so that what stays is thick and cool.',
    ),
    product(
      { name: 'Greek Yoghurt Plain', brand: 'Kherawadi Farms', madeDaysAgo: 2, goodForDays: 20 },
      { unitType: 'pack', rate: 8000, step: 1, stock: 22, lowStock: 5 },
      'Strained for a night and unsweetened, 200 g. Stands up to honey, nuts or cucumber.',
    ),
    product(
      { name: 'Mango Shrikhand', brand: 'Mithi Gali', madeDaysAgo: 3, goodForDays: 30 },
      { unitType: 'pack', rate: 8500, step: 1, stock: 18, lowStock: 5 },
      'Hung curd beaten with Alphonso pulp and a little cardamom, 250 g.',
    ),
    product(
      { name: 'Salted Buttermilk 500 ml', brand: 'Dhavalgram', madeDaysAgo: 0, goodForDays: 6 },
      { unitType: 'pack', rate: 2500, step: 1, stock: 55, lowStock: 12 },
      'Thin chaas with roasted cumin, curry leaf and just enough salt for an afternoon in May.',
    ),
    product(
      { name: 'Sweet Lassi 200 ml', brand: 'Dhavalgram', madeDaysAgo: 1, goodForDays: 12 },
      { unitType: 'pack', rate: 2500, step: 1, stock: 40, lowStock: 10 },
      'Churned curd, sugar and nothing to hide. Shake before opening.',
    ),
    product(
      { name: 'Salted Butter 500 g', brand: 'Dhavalgram', madeDaysAgo: 12, goodForDays: 270 },
      { unitType: 'pack', rate: 28500, step: 1, stock: 36, lowStock: 8 },
      'Golden table butter in a wrapped slab, for toast, pav and the top of a dal.',
    ),
    product(
      { name: 'White Butter 200 g', brand: 'Kherawadi Farms', madeDaysAgo: 1, goodForDays: 12 },
      { unitType: 'pack', rate: 16000, step: 1, stock: 14, lowStock: 4 },
      'Makhan churned from cultured cream, unsalted and soft. Made for a hot bajra roti.',
    ),
    product(
      { name: 'Fresh Cream 250 ml', brand: 'Dhavalgram', madeDaysAgo: 6, goodForDays: 120 },
      { unitType: 'pack', rate: 7200, step: 1, stock: 28, lowStock: 6 },
      'Pouring cream with 25 % fat for gravies, fruit and desserts.',
    ),
    product(
      { name: 'Malai Paneer 200 g', brand: 'Dhavalgram', madeDaysAgo: 1, goodForDays: 15 },
      { unitType: 'pack', rate: 9500, step: 1, stock: 45, lowStock: 10 },
      'Soft, milky and close-textured. It keeps its corners in a gravy and chars well on a skewer.',
    ),
    product(
      { name: 'Farm Paneer 500 g', brand: 'Kherawadi Farms', madeDaysAgo: 1, goodForDays: 10 },
      { unitType: 'pack', rate: 24500, step: 1, stock: 16, lowStock: 4 },
      'Pressed under stone from whole cow milk. Crumbly edges, tender heart.',
    ),
    product(
      { name: 'Low Fat Paneer 200 g', brand: 'Dhavalgram', madeDaysAgo: 1, goodForDays: 15 },
      { unitType: 'pack', rate: 9000, step: 1, stock: 12, lowStock: 5 },
      'Made from skimmed milk, firmer and lighter, good for bhurji and grills.',
    ),
    product(
      { name: 'Cheese Slices 200 g', brand: 'Dhavalgram', madeDaysAgo: 25, goodForDays: 240 },
      { unitType: 'pack', rate: 15000, step: 1, stock: 40, lowStock: 8 },
      'Ten mellow slices, each in its own wrap, that melt before the toast has browned.',
    ),
    product(
      { name: 'Mozzarella 200 g', brand: 'Casa Malai', madeDaysAgo: 10, goodForDays: 120 },
      { unitType: 'pack', rate: 16500, step: 1, stock: 24, lowStock: 6 },
      'A block to grate over pizza, with a long stretch and a mild, milky taste.',
    ),
    product(
      { name: 'Cheddar, Aged 6 Months', brand: 'Casa Malai', madeDaysAgo: 20, goodForDays: 180 },
      { unitType: 'pack', rate: 32000, step: 1, stock: 12, lowStock: 3 },
      'A 200 g wedge from the Nilgiri hills, nutty and a little crumbly.',
    ),
    product(
      { name: 'Gouda with Cumin', brand: 'Casa Malai', madeDaysAgo: 15, goodForDays: 150 },
      { unitType: 'pack', rate: 34000, step: 1, stock: 9, lowStock: 3 },
      'Pale, supple and dotted with jeera, 200 g. Good with apple slices and a salty cracker.',
    ),
    product(
      { name: 'Cream Cheese 180 g', brand: 'Casa Malai', madeDaysAgo: 9, goodForDays: 90 },
      { unitType: 'pack', rate: 17500, step: 1, stock: 7, lowStock: 4 },
      'Smooth and lightly tart, for bagels and baked cheesecake.',
    ),
    product(
      { name: 'Feta in Brine 200 g', brand: 'Casa Malai', madeDaysAgo: 14, goodForDays: 150 },
      { unitType: 'pack', rate: 26000, step: 1, stock: 11, lowStock: 3 },
      'Salty white cubes for salads. Rinse them if you like it milder.',
    ),
    product(
      { name: 'White Eggs', brand: 'Kherawadi Farms', madeDaysAgo: 1, goodForDays: 21 },
      { unitType: 'dozen', rate: 8400, step: 0.5, stock: 70, lowStock: 12 },
      'Clean, graded and candled. By the half dozen if that is all you need.',
    ),
    product(
      { name: 'Brown Country Eggs', brand: 'Kherawadi Farms', madeDaysAgo: 1, goodForDays: 21 },
      { unitType: 'dozen', rate: 14400, step: 0.5, stock: 26, lowStock: 6 },
      'From hens that scratch about outdoors. Deep orange yolks, shells in every shade of brown.',
    ),
  ],
};

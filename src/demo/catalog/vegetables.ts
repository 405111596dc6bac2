import { product, type DemoSection } from './demo-product.js';

export const VEGETABLES: DemoSection = {
  name: 'Vegetables',
  description: 'Picked from nearby farms and sorted by hand every morning.',
  products: [
    product(
      { name: 'Tomatoes' },
      { unitType: 'kg', rate: 4000, step: 0.25, stock: 120, lowStock: 15 },
      'Firm and ripe, with enough tang for a rasam and enough flesh for a thick gravy.',
    ),
    product(
      { name: 'Cherry Tomatoes' },
      { unitType: 'pack', rate: 6500, step: 1, stock: 24, lowStock: 6 },
      'A 250 g punnet of small sweet tomatoes that burst in the mouth. Nice in salads, better straight from the box.',
    ),
    product(
      { name: 'Red Onions' },
      { unitType: 'kg', rate: 3500, step: 0.25, stock: 180, lowStock: 25 },
      'Nashik onions with dry, papery skins and a proper bite. They keep for weeks in an airy basket.',
    ),
    product(
      { name: 'Sambar Onions' },
      { unitType: 'kg', rate: 7500, step: 0.25, stock: 22, lowStock: 5 },
      'Tiny pearl onions for sambar and vathal kuzhambu, sweeter than their big cousins once they soften.',
    ),
    product(
      { name: 'Potatoes' },
      { unitType: 'kg', rate: 3000, step: 0.25, stock: 200, lowStock: 30 },
      'All-purpose potatoes with a thin skin, floury enough to mash and sturdy enough to fry.',
    ),
    product(
      { name: 'Baby Potatoes' },
      { unitType: 'kg', rate: 4800, step: 0.25, stock: 35, lowStock: 8 },
      'Bite-sized and even, made for dum aloo. Scrub them well and leave the skins on.',
    ),
    product(
      { name: 'Sweet Potatoes' },
      { unitType: 'kg', rate: 6000, step: 0.25, stock: 28, lowStock: 6 },
      'Pink-skinned and honeyed when roasted. Try them with lime and chaat masala.',
    ),
    product(
      { name: 'Carrots' },
      { unitType: 'kg', rate: 5500, step: 0.25, stock: 48, lowStock: 10 },
      'Crisp orange carrots for the salad bowl, the pulao and the lunch box.',
    ),
    product(
      { name: 'Delhi Red Carrots' },
      { unitType: 'kg', rate: 6000, step: 0.25, stock: 0, lowStock: 8 },
      'The deep red winter carrot that makes the only real gajar halwa. Gone quickly once the cold leaves.',
    ),
    product(
      { name: 'Beetroot' },
      { unitType: 'kg', rate: 4500, step: 0.25, stock: 26, lowStock: 6 },
      'Earthy and sweet, with good colour down to the root. Boil whole so that it does not bleed.',
    ),
    product(
      { name: 'White Radish' },
      { unitType: 'kg', rate: 4000, step: 0.25, stock: 20, lowStock: 5 },
      'Long, juicy mooli with a gentle heat, for parathas or grated with curd.',
    ),
    product(
      { name: 'Cauliflower' },
      { unitType: 'piece', rate: 4500, step: 1, stock: 40, lowStock: 8 },
      'A tight white head of about 600 g, with its leaves on to keep it fresh.',
    ),
    product(
      { name: 'Broccoli' },
      { unitType: 'piece', rate: 7000, step: 1, stock: 22, lowStock: 5 },
      'Dark green florets on a tender stem, roughly 350 g a head. The stem is good too, once peeled.',
    ),
    product(
      { name: 'Green Cabbage' },
      { unitType: 'piece', rate: 3500, step: 1, stock: 34, lowStock: 6 },
      'A compact head of close to a kilo, crunchy in slaw and sweet in a quick poriyal.',
    ),
    product(
      { name: 'Bharta Brinjal' },
      { unitType: 'kg', rate: 5000, step: 0.25, stock: 30, lowStock: 6 },
      'Large, glossy and light for its size, which means few seeds. Char it over the flame.',
    ),
    product(
      { name: "Lady's Finger" },
      { unitType: 'kg', rate: 6000, step: 0.25, stock: 32, lowStock: 8 },
      'Young bhindi that snaps at the tip. Wipe it dry before cutting and it will not turn sticky.',
    ),
    product(
      { name: 'Green Capsicum' },
      { unitType: 'kg', rate: 8000, step: 0.25, stock: 25, lowStock: 6 },
      'Thick-walled and crunchy, for kadhai dishes, noodles and pizza nights.',
    ),
    product(
      { name: 'Green Chillies' },
      { unitType: 'kg', rate: 9000, step: 0.25, stock: 12, lowStock: 3 },
      'Slim and properly hot. A quarter kilo lasts most kitchens a fortnight in the fridge.',
    ),
    product(
      { name: 'Cucumber' },
      { unitType: 'kg', rate: 4500, step: 0.25, stock: 44, lowStock: 10 },
      'Cool and thin-skinned, never bitter at the ends. Salt, chilli, lime, done.',
    ),
    product(
      { name: 'Bottle Gourd' },
      { unitType: 'piece', rate: 3800, step: 1, stock: 27, lowStock: 6 },
      'Pale green lauki of about 800 g, tender enough that a fingernail goes in.',
    ),
    product(
      { name: 'Bitter Gourd' },
      { unitType: 'kg', rate: 6500, step: 0.25, stock: 14, lowStock: 4 },
      'Knobbly karela with a clean bitterness. A rub of salt and half an hour tames it.',
    ),
    product(
      { name: 'Ridge Gourd' },
      { unitType: 'kg', rate: 5800, step: 0.25, stock: 3, lowStock: 4 },
      'Turai with sharp ridges and spongy flesh that drinks up any dal. Save the peel for chutney.',
    ),
    product(
      { name: 'Yellow Pumpkin' },
      { unitType: 'kg', rate: 3600, step: 0.25, stock: 38, lowStock: 8 },
      'Cut to order from whole pumpkins, dense and sweet, for kaddu ki sabzi or soup.',
    ),
    product(
      { name: 'French Beans' },
      { unitType: 'kg', rate: 8500, step: 0.25, stock: 21, lowStock: 5 },
      'Stringless beans that snap. Five minutes in the pan with mustard seeds is plenty.',
    ),
    product(
      { name: 'Green Peas' },
      { unitType: 'kg', rate: 11000, step: 0.25, stock: 30, lowStock: 8 },
      'In the pod, so that they stay sweet. A kilo gives a little under half of shelled peas.',
    ),
    product(
      { name: 'Sweet Corn' },
      { unitType: 'piece', rate: 2200, step: 1, stock: 60, lowStock: 12 },
      'A whole cob in its husk. Roast it on the flame and rub with salted lime.',
    ),
    product(
      { name: 'Button Mushrooms', brand: 'Hillcrest Pick', madeDaysAgo: 1, goodForDays: 6 },
      { unitType: 'pack', rate: 5500, step: 1, stock: 26, lowStock: 6 },
      'A 200 g box of white mushrooms, grown indoors and picked small. Wipe, do not wash.',
    ),
    product(
      { name: 'Garlic' },
      { unitType: 'kg', rate: 18000, step: 0.25, stock: 24, lowStock: 5 },
      'Plump bulbs with purple-streaked skin and a strong, clean smell.',
    ),
    product(
      { name: 'Ginger' },
      { unitType: 'kg', rate: 14000, step: 0.25, stock: 20, lowStock: 5 },
      'Young roots with little fibre, easy to grate into tea or a masala.',
    ),
  ],
};

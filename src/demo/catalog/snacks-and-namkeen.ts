import { product, type DemoSection } from './demo-product.js';

export const SNACKS_AND_NAMKEEN: DemoSection = {
  name: 'Snacks & Namkeen',
  description: 'Crisp, salty, spicy, and rarely seen again once opened.',
  products: [
    product(
      { name: 'Aloo Bhujia 400 g', brand: 'Chatpata Chowk', madeDaysAgo: 12, goodForDays: 150 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 46, lowStock: 10 },
      'Fine potato and besan threads with mint and a sly heat.',
    ),
    product(
      { name: 'Bikaneri Bhujia 400 g', brand: 'Chatpata Chowk', madeDaysAgo: 12, goodForDays: 150 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 38, lowStock: 8 },
      'Moth bean flour and black pepper, pressed thin and fried in peanut oil as Bikaner does.',
    ),
    product(
      { name: 'Ratlami Sev 200 g', brand: 'Chatpata Chowk', madeDaysAgo: 12, goodForDays: 120 },
      { unitType: 'pack', rate: 6500, step: 1, stock: 26, lowStock: 6 },
      'Thick, clove-scented sev that makes poha a meal.',
    ),
    product(
      { name: 'Mixture 400 g', brand: 'Chatpata Chowk', madeDaysAgo: 12, goodForDays: 120 },
      { unitType: 'pack', rate: 11500, step: 1, stock: 30, lowStock: 6 },
      'Sev, boondi, peanuts, fried dal and curry leaves, all in the right proportions.',
    ),
    product(
      { name: 'Khatta Meetha 350 g', brand: 'Chatpata Chowk', madeDaysAgo: 12, goodForDays: 150 },
      { unitType: 'pack', rate: 9800, step: 1, stock: 24, lowStock: 6 },
      'Sweet, sour and crunchy at once, with raisins hiding among the sev.',
    ),
    product(
      { name: 'Moong Dal Namkeen 200 g', brand: 'Chatpata Chowk', madeDaysAgo: 12, goodForDays: 150 },
      { unitType: 'pack', rate: 6000, step: 1, stock: 34, lowStock: 8 },
      'Split moong, fried until glassy and salted. A squeeze of lime and some onion, and it is a chaat.',
    ),
    product(
      { name: 'Banana Chips 250 g', brand: 'Konkan Crate', madeDaysAgo: 7, goodForDays: 90 },
      { unitType: 'pack', rate: 11000, step: 1, stock: 28, lowStock: 6 },
      'Nendran rounds fried in coconut oil, thin, yellow and addictive.',
    ),
    product(
      { name: 'Potato Wafers, Salted', brand: 'Chatpata Chowk', madeDaysAgo: 10, goodForDays: 90 },
      { unitType: 'pack', rate: 5000, step: 1, stock: 50, lowStock: 10 },
      'Sliced thin at a Pune farsan shop and sold the same week, 150 g.',
    ),
    product(
      { name: 'Butter Murukku 200 g', brand: 'Dakshin Patra', madeDaysAgo: 9, goodForDays: 90 },
      { unitType: 'pack', rate: 7500, step: 1, stock: 24, lowStock: 6 },
      'Rice flour spirals with butter and sesame that shatter at the first bite.',
    ),
    product(
      { name: 'Ribbon Pakoda 200 g', brand: 'Dakshin Patra', madeDaysAgo: 9, goodForDays: 90 },
      { unitType: 'pack', rate: 7000, step: 1, stock: 18, lowStock: 6 },
      'Ridged ribbons of gram and rice flour, garlicky, with a good loud crunch.',
    ),
    product(
      { name: 'Methi Khakhra 200 g', brand: 'Chatpata Chowk', madeDaysAgo: 14, goodForDays: 120 },
      { unitType: 'pack', rate: 7000, step: 1, stock: 26, lowStock: 6 },
      'Wafer-thin wheat rounds roasted under a wooden press, scented with fenugreek leaf.',
    ),
    product(
      { name: 'Roasted Makhana, Peri Peri', brand: 'Subah Bowl', madeDaysAgo: 15, goodForDays: 180 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 22, lowStock: 5 },
      'Popped lotus seed, roasted and not fried, in a hot and sour dusting, 80 g.',
    ),
    product(
      { name: 'Salted Peanuts 200 g', brand: 'Chatpata Chowk', madeDaysAgo: 15, goodForDays: 150 },
      { unitType: 'pack', rate: 5500, step: 1, stock: 40, lowStock: 8 },
      'Roasted in hot sand, shelled, and tossed with fine salt while still warm.',
    ),
    product(
      { name: 'Urad Papad 200 g', brand: 'Kesarwadi', madeDaysAgo: 20, goodForDays: 240 },
      { unitType: 'pack', rate: 8500, step: 1, stock: 32, lowStock: 6 },
      'Hand-rolled with cracked pepper. Blisters over a flame in seconds.',
    ),
    product(
      { name: 'Jeera Biscuits 200 g', brand: 'Bhatti & Sons', madeDaysAgo: 10, goodForDays: 120 },
      { unitType: 'pack', rate: 6000, step: 1, stock: 30, lowStock: 6 },
      'Short, salty-sweet biscuits with whole cumin, made to be dunked.',
    ),
    product(
      { name: 'Glucose Biscuits 250 g', brand: 'Bhatti & Sons', madeDaysAgo: 20, goodForDays: 210 },
      { unitType: 'pack', rate: 3000, step: 1, stock: 72, lowStock: 15 },
      'Plain milk biscuits with a scalloped edge, the first friend of a cup of chai.',
    ),
    product(
      { name: 'Popping Corn 500 g', brand: 'Subah Bowl', madeDaysAgo: 40, goodForDays: 450 },
      { unitType: 'pack', rate: 9500, step: 1, stock: 20, lowStock: 5 },
      'Butterfly kernels, hardly a dud among them. Oil, lid, three minutes.',
    ),
    product(
      { name: 'Masala Instant Noodles', brand: 'Subah Bowl', madeDaysAgo: 20, goodForDays: 240 },
      { unitType: 'pack', rate: 5600, step: 1, stock: 64, lowStock: 12 },
      'Four wheat noodle cakes with a masala that has more spice in it than salt.',
    ),
    product(
      { name: 'Hakka Noodles 300 g', brand: 'Subah Bowl', madeDaysAgo: 25, goodForDays: 300 },
      { unitType: 'pack', rate: 5800, step: 1, stock: 0, lowStock: 6 },
      'Long, eggless strands that stay apart in a hot wok.',
    ),
  ],
};

import { product, type DemoSection } from './demo-product.js';

export const SWEETS_AND_DRY_FRUITS: DemoSection = {
  name: 'Sweets & Dry Fruits',
  description: 'For festivals, for guests, and for the tin behind the rice.',
  products: [
    product(
      { name: 'Kaju Katli 250 g', brand: 'Mithi Gali', madeDaysAgo: 1, goodForDays: 15 },
      { unitType: 'pack', rate: 29000, step: 1, stock: 24, lowStock: 6 },
      'Thin diamonds of cashew and sugar with silver leaf, smooth as fondant.',
    ),
    product(
      { name: 'Motichoor Ladoo 500 g', brand: 'Mithi Gali', madeDaysAgo: 1, goodForDays: 10 },
      { unitType: 'pack', rate: 28000, step: 1, stock: 18, lowStock: 5 },
      'Tiny boondi in ghee syrup, pressed round with melon seeds. Falls apart as it should.',
    ),
    product(
      { name: 'Besan Ladoo 500 g', brand: 'Mithi Gali', madeDaysAgo: 2, goodForDays: 21 },
      { unitType: 'pack', rate: 32000, step: 1, stock: 14, lowStock: 4 },
      'Gram flour roasted an hour in ghee until the whole street knows.',
    ),
    product(
      { name: 'Mysore Pak 250 g', brand: 'Mithi Gali', madeDaysAgo: 1, goodForDays: 14 },
      { unitType: 'pack', rate: 21000, step: 1, stock: 16, lowStock: 4 },
      'The soft kind: ghee held together by a little besan and good intentions.',
    ),
    product(
      { name: 'Gulab Jamun Tin 1 kg', brand: 'Mithi Gali', madeDaysAgo: 30, goodForDays: 365 },
      { unitType: 'pack', rate: 26000, step: 1, stock: 26, lowStock: 6 },
      'Sixteen dumplings in cardamom syrup. Warm them gently and serve with cream.',
    ),
    product(
      { name: 'Rasgulla Tin 1 kg', brand: 'Mithi Gali', madeDaysAgo: 30, goodForDays: 365 },
      { unitType: 'pack', rate: 24000, step: 1, stock: 22, lowStock: 5 },
      'Spongy chhena balls in light syrup, as white as they are sweet.',
    ),
    product(
      { name: 'Soan Papdi 500 g', brand: 'Mithi Gali', madeDaysAgo: 20, goodForDays: 150 },
      { unitType: 'pack', rate: 19500, step: 1, stock: 28, lowStock: 6 },
      'Hair-fine flakes with pistachio. Everybody jokes about it and everybody takes a second piece.',
    ),
    product(
      { name: 'Peanut Chikki 200 g', brand: 'Mithi Gali', madeDaysAgo: 15, goodForDays: 150 },
      { unitType: 'pack', rate: 8500, step: 1, stock: 36, lowStock: 8 },
      'Lonavala brittle of jaggery and roasted nuts, snapped into squares.',
    ),
    product(
      { name: 'Til Gajak 250 g', brand: 'Mithi Gali', madeDaysAgo: 15, goodForDays: 120 },
      { unitType: 'pack', rate: 15000, step: 1, stock: 0, lowStock: 5 },
      'Sesame and jaggery, beaten into crisp layers the Morena way. Winter only.',
    ),
    product(
      { name: 'Dark Chocolate 70 %', brand: 'Tea Tray Bakes', madeDaysAgo: 40, goodForDays: 360 },
      { unitType: 'pack', rate: 19000, step: 1, stock: 20, lowStock: 5 },
      'Single-estate cacao from Idukki with a fruity edge, 80 g.',
    ),
    product(
      { name: 'Milk Chocolate with Almonds', brand: 'Tea Tray Bakes', madeDaysAgo: 40, goodForDays: 300 },
      { unitType: 'pack', rate: 12000, step: 1, stock: 32, lowStock: 8 },
      'Creamy, caramel-sweet squares with whole roasted nuts, 80 g.',
    ),
    product(
      { name: 'Imli Candy 150 g', brand: 'Nukkad Pop', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 6000, step: 1, stock: 34, lowStock: 8 },
      'Soft tamarind toffee with chilli and salt, individually wrapped.',
    ),
    product(
      { name: 'Cane Jaggery 1 kg', brand: 'Doonvali Fields', madeDaysAgo: 20, goodForDays: 240 },
      { unitType: 'pack', rate: 8500, step: 1, stock: 44, lowStock: 8 },
      'Unbleached gur from Kolhapur, dark and faintly smoky. Break it with a pestle.',
    ),
    product(
      { name: 'Sugar', brand: 'Doonvali Fields', madeDaysAgo: 20, goodForDays: 720 },
      { unitType: 'kg', rate: 4600, step: 0.5, stock: 140, lowStock: 25 },
      'Clean medium crystals that dissolve without a trace.',
    ),
    product(
      { name: 'Wild Forest Honey 500 g', brand: 'Hillcrest Pick', madeDaysAgo: 45, goodForDays: 540 },
      { unitType: 'pack', rate: 42000, step: 1, stock: 16, lowStock: 4 },
      'Gathered by Kurumba collectors in the Nilgiris, dark amber and never heated.',
    ),
    product(
      { name: 'Almonds, Whole', brand: 'Mevalay', madeDaysAgo: 40, goodForDays: 270 },
      { unitType: 'kg', rate: 88000, step: 0.25, stock: 30, lowStock: 5 },
      'Large sweet kernels, evenly brown. Soak ten overnight and peel them in the morning.',
    ),
    product(
      { name: 'Cashews W240', brand: 'Mevalay', madeDaysAgo: 40, goodForDays: 240 },
      { unitType: 'kg', rate: 98000, step: 0.25, stock: 26, lowStock: 5 },
      'Whole ivory kernels from Kollam, big enough to serve on their own.',
    ),
    product(
      { name: 'Walnut Kernels', brand: 'Mevalay', madeDaysAgo: 40, goodForDays: 180 },
      { unitType: 'kg', rate: 124000, step: 0.25, stock: 12, lowStock: 3 },
      'Light halves from Kashmir, cracked this season, with no bitterness.',
    ),
    product(
      { name: 'Pistachios, Roasted & Salted', brand: 'Mevalay', madeDaysAgo: 40, goodForDays: 240 },
      { unitType: 'kg', rate: 115000, step: 0.25, stock: 2, lowStock: 3 },
      'In the shell, split wide enough to spare your thumbnails.',
    ),
    product(
      { name: 'Golden Raisins', brand: 'Mevalay', madeDaysAgo: 40, goodForDays: 300 },
      { unitType: 'kg', rate: 38000, step: 0.25, stock: 24, lowStock: 5 },
      'Plump, seedless Sangli kishmish, tart at first and then all sugar.',
    ),
    product(
      { name: 'Dried Figs', brand: 'Mevalay', madeDaysAgo: 40, goodForDays: 270 },
      { unitType: 'kg', rate: 118000, step: 0.25, stock: 9, lowStock: 2 },
      'Flat Anjeer strung on grass, chewy, with seeds that crackle.',
    ),
    product(
      { name: 'Kimia Dates 500 g', brand: 'Mevalay', madeDaysAgo: 40, goodForDays: 270 },
      { unitType: 'pack', rate: 23000, step: 1, stock: 22, lowStock: 5 },
      'Soft, black and sticky as toffee. Keep them in the fridge.',
    ),
    product(
      { name: 'Makhana 250 g', brand: 'Mevalay', madeDaysAgo: 30, goodForDays: 240 },
      { unitType: 'pack', rate: 32000, step: 1, stock: 20, lowStock: 5 },
      'Large popped lotus seeds from Darbhanga, for kheer or a handful roasted in ghee.',
    ),
  ],
};

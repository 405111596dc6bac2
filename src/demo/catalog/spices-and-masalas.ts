import { product, type DemoSection } from './demo-product.js';

export const SPICES_AND_MASALAS: DemoSection = {
  name: 'Spices & Masalas',
  description: 'Whole by the gram, ground by the pack, roasted in small lots.',
  products: [
    product(
      { name: 'Turmeric Powder 200 g', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 6800, step: 1, stock: 46, lowStock: 10 },
      'Deep yellow Salem turmeric, boiled, dried and ground with nothing else in it.',
    ),
    product(
      { name: 'Red Chilli Powder 200 g', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 9800, step: 1, stock: 44, lowStock: 10 },
      'Guntur chillies ground with the seeds. Honest heat.',
    ),
    product(
      { name: 'Kashmiri Chilli Powder 100 g', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 9500, step: 1, stock: 32, lowStock: 8 },
      'A glowing red colour and hardly any fire, for tandoori marinades and rogan josh.',
    ),
    product(
      { name: 'Coriander Powder 200 g', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 300 },
      { unitType: 'pack', rate: 6200, step: 1, stock: 40, lowStock: 8 },
      'Lightly roasted before milling, so that it smells of citrus and warm earth.',
    ),
    product(
      { name: 'Cumin Powder 100 g', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 300 },
      { unitType: 'pack', rate: 7500, step: 1, stock: 26, lowStock: 6 },
      'Freshly ground jeera for raita, chaas and dry sabzi.',
    ),
    product(
      { name: 'Cumin Seeds', brand: 'Kesarwadi', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'g', rate: 42, step: 50, stock: 9000, lowStock: 1000 },
      'Unjha jeera, bold and clean. A spoon in hot ghee is where most dinners begin.',
    ),
    product(
      { name: 'Mustard Seeds', brand: 'Kesarwadi', madeDaysAgo: 40, goodForDays: 720 },
      { unitType: 'g', rate: 14, step: 50, stock: 8000, lowStock: 1000 },
      'Small dark rai that pops loudly. Keep a lid at hand.',
    ),
    product(
      { name: 'Fennel Seeds', brand: 'Kesarwadi', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'g', rate: 32, step: 50, stock: 6000, lowStock: 800 },
      'Green Lucknow saunf, thin and sweet enough to chew after a meal.',
    ),
    product(
      { name: 'Ajwain', brand: 'Kesarwadi', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'g', rate: 38, step: 50, stock: 3500, lowStock: 500 },
      'Carom seeds with a sharp scent of thyme, for puris and for a heavy stomach.',
    ),
    product(
      { name: 'Coriander Seeds', brand: 'Kesarwadi', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'g', rate: 20, step: 50, stock: 7000, lowStock: 1000 },
      'Pale green, round and fragrant. Crush them roughly for kadhai paneer.',
    ),
    product(
      { name: 'Black Peppercorns', brand: 'Malabar Muthu', madeDaysAgo: 50, goodForDays: 900 },
      { unitType: 'g', rate: 110, step: 50, stock: 3000, lowStock: 400 },
      'Tellicherry berries left on the vine until large. Crack them at the table.',
    ),
    product(
      { name: 'Green Cardamom', brand: 'Malabar Muthu', madeDaysAgo: 50, goodForDays: 720 },
      { unitType: 'g', rate: 340, step: 10, stock: 900, lowStock: 100 },
      'Eight-millimetre pods from Idukki, tightly shut and still green. Two perfume a pot of chai.',
    ),
    product(
      { name: 'Black Cardamom', brand: 'Malabar Muthu', madeDaysAgo: 50, goodForDays: 720 },
      { unitType: 'g', rate: 220, step: 10, stock: 80, lowStock: 100 },
      'Smoky badi elaichi from Sikkim, one pod to a biryani.',
    ),
    product(
      { name: 'Cloves', brand: 'Malabar Muthu', madeDaysAgo: 50, goodForDays: 900 },
      { unitType: 'g', rate: 130, step: 10, stock: 1200, lowStock: 150 },
      'Whole buds with their heads on, oily when pressed with a nail.',
    ),
    product(
      { name: 'Cinnamon Quills', brand: 'Malabar Muthu', madeDaysAgo: 50, goodForDays: 900 },
      { unitType: 'g', rate: 90, step: 10, stock: 1500, lowStock: 200 },
      'True, thin-barked cinnamon that rolls up like paper. Sweeter than cassia.',
    ),
    product(
      { name: 'Bay Leaves 50 g', brand: 'Kesarwadi', madeDaysAgo: 50, goodForDays: 720 },
      { unitType: 'pack', rate: 3500, step: 1, stock: 24, lowStock: 5 },
      'Dried tej patta, whole and unbroken, for pulao and slow gravies.',
    ),
    product(
      { name: 'Star Anise', brand: 'Malabar Muthu', madeDaysAgo: 50, goodForDays: 900 },
      { unitType: 'g', rate: 160, step: 10, stock: 0, lowStock: 100 },
      "Eight-pointed and woody, with a breath of liquorice. Restocked by the month's end.",
    ),
    product(
      { name: 'Kashmiri Saffron 1 g', brand: 'Pampore Bagh', madeDaysAgo: 60, goodForDays: 720 },
      { unitType: 'pack', rate: 33000, step: 1, stock: 12, lowStock: 3 },
      'Mongra threads from Pampore, red to the tip. Steep in warm milk before using.',
    ),
    product(
      { name: 'Whole Red Chillies 100 g', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 360 },
      { unitType: 'pack', rate: 5800, step: 1, stock: 28, lowStock: 6 },
      'Wrinkled Byadgi chillies with colour to spare and a mild, raisiny heat.',
    ),
    product(
      { name: 'Hing 50 g', brand: 'Kesarwadi', madeDaysAgo: 40, goodForDays: 540 },
      { unitType: 'pack', rate: 12500, step: 1, stock: 22, lowStock: 5 },
      'Strong compounded asafoetida. A pinch in hot oil, no more.',
    ),
    product(
      { name: 'Garam Masala 100 g', brand: 'Kesarwadi', madeDaysAgo: 20, goodForDays: 300 },
      { unitType: 'pack', rate: 9800, step: 1, stock: 36, lowStock: 8 },
      'Eleven spices, roasted one by one. Stir it in when the flame is already off.',
    ),
    product(
      { name: 'Sambar Powder 200 g', brand: 'Dakshin Patra', madeDaysAgo: 20, goodForDays: 270 },
      { unitType: 'pack', rate: 9200, step: 1, stock: 30, lowStock: 6 },
      'Ground with roasted dal and curry leaf to a recipe from Kumbakonam.',
    ),
    product(
      { name: 'Chaat Masala 100 g', brand: 'Kesarwadi', madeDaysAgo: 20, goodForDays: 300 },
      { unitType: 'pack', rate: 6500, step: 1, stock: 30, lowStock: 6 },
      'Black salt, dried mango and mint. Fruit, fries, nimbu pani: nothing is safe from it.',
    ),
    product(
      { name: 'Biryani Masala 50 g', brand: 'Kesarwadi', madeDaysAgo: 20, goodForDays: 300 },
      { unitType: 'pack', rate: 6000, step: 1, stock: 20, lowStock: 5 },
      'Mace, rose petal and shah jeera lead this one. Enough for two kilos of rice.',
    ),
    product(
      { name: 'Iodised Salt 1 kg', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 720 },
      { unitType: 'pack', rate: 2600, step: 1, stock: 90, lowStock: 15 },
      'Free-flowing table salt from the pans of Kutch.',
    ),
    product(
      { name: 'Rock Salt 500 g', brand: 'Kesarwadi', madeDaysAgo: 30, goodForDays: 720 },
      { unitType: 'pack', rate: 4800, step: 1, stock: 20, lowStock: 6 },
      'Pale pink sendha namak, crushed, for fasting days and for raita.',
    ),
  ],
};

/** What a product is sold as: its section, name, unit, rate in minor units, and stock. */
export type Sold = readonly [section: string, name: string, unit: string, rate: number, stock: number];

/** What is sold after a file of `test/fixtures/imports` was applied, as a person reads it. The stock list names no section. */
export const SOLD_OF_FILES: Readonly<Record<string, readonly Sold[]>> = {
  'supplier-rupees.csv': [
    ['Vegetables', 'Ivy Gourd', 'kg', 112_000, 8.5],
    ['Fruits', 'Kiwi Gold', 'piece', 4500, 20],
    ['Fruits', 'Kiwi Green', 'piece', 3850, 12],
  ],
  'blank-rows-and-columns.csv': [['Fruits', 'Star Fruit', 'kg', 9000, 5]],
  'headings-as-people-write.csv': [
    ['Tea & Coffee', 'Filter Coffee 500 g', 'pack', 28_500, 24],
    ['Tea & Coffee', 'Green Tea 25 bags', 'pack', 18_000, 10],
  ],
  'hindi-headings.csv': [['सब्ज़ियाँ', 'तोरई', 'kg', 6000, 12]],
  'semicolons-decimal-commas.csv': [
    ['Obst', 'Boskoop Äpfel', 'kg', 249, 40],
    ['Obst', 'Zwetschgen', 'kg', 129_900, 3.5],
  ],
  'sep-line.csv': [['Fruits', 'Sapota', 'kg', 8000, 12]],
  'units-as-people-write.csv': [
    ['Dairy & Eggs', 'Country Eggs', 'piece', 900, 120],
    ['Vegetables', 'Curry Leaves', 'bunch', 1000, 25],
    ['Rice & Grains', 'Poha 500 g', 'pack', 4500, 30],
    ['Vegetables', 'Raw Papaya', 'kg', 4000, 10],
    ['Bakery', 'Rusk', 'piece', 500, 80],
    ['Oils & Ghee', 'Sesame Oil', 'l', 32_000, 14],
  ],
  'utf-16le-tabs.txt': [['Dairy & Eggs', 'पनीर 200 g', 'pack', 9500, 30]],
  'windows-1252.csv': [
    ['Bakery', 'Brötchen', 'piece', 1500, 60],
    ['Bakery', 'Crème brûlée tart', 'piece', 12_000, 6],
  ],
  'same-name-two-packs.csv': [
    ['Snacks', 'Banana Chips BC-100', 'pack', 6000, 0],
    ['Snacks', 'Banana Chips BC-300', 'pack', 16_000, 0],
  ],
};

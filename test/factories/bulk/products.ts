import type { Server } from '../../support/servers/server.js';

const NAMES = [
  'Tomatoes',
  'Basmati rice',
  'Toor dal',
  'Curd',
  'Alphonso mangoes',
  'Coriander',
  'Jaggery',
  'Ghee',
];

/**
 * Inserts products of a section, numbered from `from` to `to`, with statements that generate the rows in PostgreSQL.
 * As in the program, they have search tokens, and their opening stock is in the ledger. Every tenth is low in stock.
 */
export async function insertProducts(
  server: Server,
  sectionId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const numbers = `FROM generate_series(${from}, ${to}) AS n`;
  const id = (group: string): string => `('00000000-0000-7000-${group}-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const name = `(ARRAY[${NAMES.map((productName) => `'${productName}'`).join(', ')}])[n % ${NAMES.length} + 1] || ' ' || n`;
  const stock = '(CASE WHEN n % 10 = 0 THEN 3000 ELSE n % 900 * 1000 + 20000 END)';
  await server.rows(
    `INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
                           quantity_available, quantity_step, low_stock_threshold, published, created_at)
     SELECT ${id('9001')}, ?, ${name}, lower(${name}), 'goods-' || n, '', '', 'kg', n * 7919 % 90000 + 1000,
            ${stock}, 250, 5000, true, 1767225600000 + n ${numbers}`,
    [sectionId],
  );
  await server.rows(
    `INSERT INTO stock_movements (id, product_id, delta, reason, at)
     SELECT ${id('9002')}, ${id('9001')}, ${stock}, 'opening', 1767225600000 + n ${numbers}`,
  );
  await server.rows(
    `INSERT INTO product_search (place, product_id, published, name_words, label_words, other_words)
     SELECT 1000000 + n, ${id('9001')}, true, lower(${name}), 'goods', '' ${numbers}`,
  );
  await server.rows('VACUUM ANALYZE products');
  await server.rows('VACUUM ANALYZE product_search');
}

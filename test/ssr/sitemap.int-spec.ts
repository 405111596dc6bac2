import { gunzipSync } from 'node:zlib';
import { newId } from '../../src/platform/common/id.js';
import { Config } from '../../src/platform/config/config.js';
import { Environment } from '../../src/platform/config/environment.js';
import { sql } from '../../src/platform/database/transaction.js';
import { Sitemap } from '../../src/ssr/seo/sitemap.js';
import { openTestDatabase } from '../support/stores/database.js';

class SmallSitemap extends Sitemap {
  protected override readonly maxUrlsPerFile = 4;
}

it('builds an index of several sitemap files if there are too many pages for one', async () => {
  const database = await openTestDatabase();
  const sectionId = newId();
  await database.write(sql`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${sectionId}, 'S', 's', 's', '', 1, 0)`);
  const slugs = Array.from({ length: 8 }, (_, i) => `p-${i}`);
  for (const [i, slug] of slugs.entries()) {
    await database.write(sql`
      INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
                            quantity_available, quantity_step, published, created_at, changed_at)
      VALUES (${newId()}, ${sectionId}, ${slug}, ${slug}, ${slug}, '', '', 'kg', 4000, 0, 250, ${true}, 0, ${i * 1000})`);
  }
  const config = new Config(
    Environment.parse({
      JWT_SECRET: 'a secret of the tests with 32 characters',
      PUBLIC_URL: 'https://shop.example',
    }),
  );
  const sitemap = new SmallSitemap(database, config);
  const locations = (file: Buffer | undefined): string[] =>
    [
      ...gunzipSync(file ?? Buffer.alloc(0))
        .toString()
        .matchAll(/<loc>([^<]*)<\/loc>/g),
    ].map(([, url = '']) => url);

  const index = await sitemap.index();
  expect(locations(index)).toEqual([1, 2, 3].map((n) => `https://shop.example/sitemap-${n}.xml`));
  const parts = await Promise.all([1, 2, 3].map((n) => sitemap.part(n)));
  expect(parts.map((part) => locations(part).length)).toEqual([4, 4, 2]);
  expect(parts.flatMap(locations)).toEqual(
    ['/', '/sections/s', ...slugs.map((slug) => `/products/${slug}`)].map(
      (path) => `https://shop.example${path}`,
    ),
  );
  expect(gunzipSync(parts[2] ?? '').toString()).toContain('<lastmod>1970-01-01T00:00:07.000Z</lastmod>');
  expect(await sitemap.part(4)).toBeUndefined();
  expect(await sitemap.index()).toBe(index);

  const single = new Sitemap(database, config);
  expect(locations(await single.index())).toHaveLength(10);
  expect(await single.part(1)).toBeUndefined();
});

import { Injectable } from '@nestjs/common';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Config } from '../../platform/config/config.js';
import { storeUrl } from '../../platform/config/store-url.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { escapedText } from '../html/escape-html.js';

/** By sitemaps.org. */
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Rows that are read at once. */
const BATCH = 5000;
/** How long a sitemap is given again: who reads it comes once a day, and to make it anew costs more than any page. */
const AGE = 10 * 60_000;

const asGzip = promisify(gzip);

interface Row {
  readonly id: string;
  readonly slug: string;
  readonly created_at: number;
  readonly changed_at: number;
}

/** The sitemap: a file, or where there are too many pages for one, an index of several. All are kept compressed. */
interface Files {
  readonly index: Buffer;
  readonly parts: readonly Buffer[];
  readonly expires: number;
}

/** Tells search engines of all pages that everybody may find. */
@Injectable()
export class Sitemap {
  /** What sitemaps.org allows in one file. */
  protected readonly mostInFile: number = 50_000;
  private readonly url: string;
  private files: Promise<Files> | undefined;

  constructor(
    private readonly database: Database,
    config: Config,
  ) {
    this.url = storeUrl(config);
  }

  /** `sitemap.xml`, with gzip. */
  async index(): Promise<Buffer> {
    return (await this.current()).index;
  }

  /** `sitemap-<number>.xml`, with gzip, where the index names one of that number. */
  async part(number: number): Promise<Buffer | undefined> {
    return (await this.current()).parts[number - 1];
  }

  /** Made once for all who ask meanwhile. */
  private async current(): Promise<Files> {
    const kept = await this.files?.catch(() => undefined);
    if (kept !== undefined && kept.expires > performance.now()) return kept;
    const making = this.made();
    this.files = making;
    return making;
  }

  private async made(): Promise<Files> {
    const parts: Buffer[] = [];
    let entries: string[] = [this.entry('/', undefined)];
    for await (const more of this.pages()) {
      entries.push(...more);
      while (entries.length > this.mostInFile) {
        parts.push(await urlSet(entries.slice(0, this.mostInFile)));
        entries = entries.slice(this.mostInFile);
      }
    }
    const last = await urlSet(entries);
    const expires = performance.now() + AGE;
    if (parts.length === 0) return { index: last, parts: [], expires };
    parts.push(last);
    const named = parts.map(
      (_, i) => `<sitemap><loc>${escapedText(this.url)}/sitemap-${i + 1}.xml</loc></sitemap>`,
    );
    return { index: await xml('sitemapindex', named), parts, expires };
  }

  private async *pages(): AsyncGenerator<string[]> {
    // A section's page is changed by its products.
    const sections = await this.database.read.rows<Omit<Row, 'id'>>(sql`
      SELECT s.slug, s.created_at, coalesce(max(p.changed_at), 0) AS changed_at
      FROM sections s LEFT JOIN products p ON p.section_id = s.id
      GROUP BY s.id, s.slug, s.created_at, s.position, s.name_key ORDER BY s.position, s.name_key`);
    yield sections.map((section) => this.entryOf('sections', section));
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.database.read.rows<Row>(sql`
        SELECT p.id, p.slug, p.created_at, p.changed_at FROM products p
        WHERE p.published = ${true} AND p.id > ${last} ORDER BY p.id LIMIT ${BATCH}`);
      yield rows.map((product) => this.entryOf('products', product));
      if (rows.length < BATCH) return;
      last = rows.at(-1)?.id ?? last;
    }
  }

  private entryOf(
    folder: 'sections' | 'products',
    { slug, created_at: made, changed_at: changed }: Omit<Row, 'id'>,
  ): string {
    return this.entry(`/${folder}/${encodeURIComponent(slug)}`, Math.max(made, changed));
  }

  private entry(path: string, changedAt: number | undefined): string {
    const when = changedAt === undefined ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
    return `<url><loc>${escapedText(this.url + path)}</loc>${when}</url>`;
  }
}

function urlSet(entries: readonly string[]): Promise<Buffer> {
  return xml('urlset', entries);
}

async function xml(root: string, entries: readonly string[]): Promise<Buffer> {
  return asGzip(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</${root}>\n`,
  );
}

import { Injectable } from '@nestjs/common';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { MINUTE_MS } from '../../platform/common/durations.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { Config } from '../../platform/config/config.js';
import { storeUrl } from '../../platform/config/store-url.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { escapeHtml } from '../html/escape-html.js';

/** Namespace of sitemaps.org. */
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Number of rows per statement. */
const BATCH_SIZE = 5000;
/** Crawlers come once a day, and generating the sitemap costs more than any page. */
const SITEMAP_TTL_MS = 10 * MINUTE_MS;

const asGzip = promisify(gzip);

interface Row {
  readonly id: string;
  readonly slug: string;
  readonly created_at: number;
  readonly changed_at: number;
}

/** The sitemap: one file, or an index of several if it has too many pages. All are compressed. */
interface Files {
  readonly index: Buffer;
  readonly parts: readonly Buffer[];
  readonly expires: number;
}

/** Lists all public pages for search engines. */
@Injectable()
export class Sitemap {
  /** Maximum number of URLs per file, by sitemaps.org. */
  protected readonly maxUrlsPerFile: number = 50_000;
  private readonly url: string;
  private files: Promise<Files> | undefined;

  constructor(
    private readonly database: Database,
    config: Config,
  ) {
    this.url = storeUrl(config);
  }

  /** Returns `sitemap.xml`, compressed with gzip. */
  async index(): Promise<Buffer> {
    return (await this.current()).index;
  }

  /** Returns `sitemap-<number>.xml`, compressed with gzip, if the index lists that number. */
  async part(number: number): Promise<Buffer | undefined> {
    return (await this.current()).parts[number - 1];
  }

  /** Generates the files once for concurrent requests. */
  private async current(): Promise<Files> {
    const cached = await this.files?.catch(() => undefined);
    if (cached !== undefined && cached.expires > performance.now()) return cached;
    const generated = this.generate();
    this.files = generated;
    return generated;
  }

  private async generate(): Promise<Files> {
    const parts: Buffer[] = [];
    let entries: string[] = [this.entry('/', undefined)];
    for await (const batch of this.pages()) {
      entries.push(...batch);
      while (entries.length > this.maxUrlsPerFile) {
        parts.push(await urlSet(entries.slice(0, this.maxUrlsPerFile)));
        entries = entries.slice(this.maxUrlsPerFile);
      }
    }
    const lastPart = await urlSet(entries);
    const expires = performance.now() + SITEMAP_TTL_MS;
    if (parts.length === 0) return { index: lastPart, parts: [], expires };
    parts.push(lastPart);
    const indexEntries = parts.map(
      (_, i) => `<sitemap><loc>${escapeHtml(this.url)}/sitemap-${i + 1}.xml</loc></sitemap>`,
    );
    return { index: await xml('sitemapindex', indexEntries), parts, expires };
  }

  private async *pages(): AsyncGenerator<string[]> {
    // A section page changes with its products.
    const sections = await this.database.read.rows<Omit<Row, 'id'>>(sql`
      SELECT s.slug, s.created_at, coalesce(max(p.changed_at), 0) AS changed_at
      FROM sections s LEFT JOIN products p ON p.section_id = s.id
      GROUP BY s.id, s.slug, s.created_at, s.position, s.name_key ORDER BY s.position, s.name_key`);
    yield sections.map((section) => this.entryOf('sections', section));
    let lastId = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.database.read.rows<Row>(sql`
        SELECT p.id, p.slug, p.created_at, p.changed_at FROM products p
        WHERE p.published = ${true} AND p.id > ${lastId} ORDER BY p.id LIMIT ${BATCH_SIZE}`);
      yield rows.map((product) => this.entryOf('products', product));
      if (rows.length < BATCH_SIZE) return;
      lastId = rows.at(-1)?.id ?? lastId;
    }
  }

  private entryOf(
    folder: 'sections' | 'products',
    { slug, created_at: createdAt, changed_at: changedAt }: Omit<Row, 'id'>,
  ): string {
    return this.entry(`/${folder}/${encodeURIComponent(slug)}`, Math.max(createdAt, changedAt));
  }

  private entry(path: string, changedAt: number | undefined): string {
    const lastModified = changedAt === undefined ? '' : `<lastmod>${toIsoString(changedAt)}</lastmod>`;
    return `<url><loc>${escapeHtml(this.url + path)}</loc>${lastModified}</url>`;
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

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { ProductSearch } from './product-search.js';

/** Finds the section in which a shopper may look on when a search has found nothing. */
@Injectable()
export class NearestSection {
  constructor(
    private readonly database: Database,
    private readonly search: ProductSearch,
  ) {}

  /** Returns the ID of the section with the most products that any of the words mentions; undefined if there is none. */
  async idFor(text: string): Promise<string | undefined> {
    const { read } = this.database;
    const typed = await this.search.read(text);
    if (typed === undefined) return undefined;
    const search = (await this.search.corrected(read, typed)) ?? typed;
    const row = await read.row<{ id: string }>(sql`
      SELECT p.section_id AS id FROM (${this.search.mentions(read, search)}) AS found
      JOIN products p ON p.id = found.product_id WHERE p.published = ${true}
      GROUP BY p.section_id ORDER BY count(*) DESC, p.section_id LIMIT 1`);
    return row?.id;
  }
}

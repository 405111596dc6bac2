import { Injectable } from '@nestjs/common';
import { join, sql, type Sql, type Transaction } from '../../platform/database/transaction.js';
import { namesByLanguage, textsOf, type ProductText } from '../../rules/texts/texts-by-language.js';
import { searchTokens, singularOf, wordsOf } from './text-normalization.js';

/** What the index has of a product, in all languages. */
interface IndexedProduct {
  readonly id: string;
  /** The name alone: it decides the place. */
  readonly name: string;
  /** By which shoppers find it as by its name. */
  readonly otherNames: readonly string[];
  readonly published: boolean;
  /** What else a shopper may call it by: its brand and its section. */
  readonly labels: readonly string[];
  readonly descriptions: readonly string[];
}

/** Tokens of indexed products, for {@link ProductIndex.addVocabulary}. */
export class IndexedTokens {
  /** All tokens: a search for one of them needs no correction. */
  readonly all = new Set<string>();
  /** Tokens of names and labels, to which misspelt words are corrected. */
  readonly spellings = new Set<string>();

  add({ all, spellings }: IndexedTokens): void {
    for (const token of all) this.all.add(token);
    for (const token of spellings) this.spellings.add(token);
  }
}

const TOKEN_BATCH_SIZE = 1000;
const PRODUCT_BATCH_SIZE = 500;

/** Writes the search index of products. `ProductSearch` reads it. */
@Injectable()
export class ProductIndex {
  /**
   * Indexes products as they are in the database, a few hundred per call, replacing their previous entries.
   *
   * @returns their tokens, for {@link addVocabulary}
   */
  async indexAll(tx: Transaction, productIds: readonly string[]): Promise<IndexedTokens> {
    const tokens = new IndexedTokens();
    if (productIds.length === 0) return tokens;
    await tx.execute(sql`DELETE FROM product_search WHERE product_id IN (${join(productIds)})`);
    const products = await indexedProducts(tx, productIds);
    if (products.length === 0) return tokens;
    const rows = products.map(({ id, name, otherNames, published, labels, descriptions }) => {
      const ofName = indexedTokens([name, ...otherNames]);
      const ofLabels = indexedTokens(labels);
      const others = indexedTokens(descriptions);
      for (const token of [...ofName, ...ofLabels, ...others]) tokens.all.add(token);
      for (const token of [...ofName, ...ofLabels]) tokens.spellings.add(token);
      const [names, labelWords, otherWords] = [ofName, ofLabels, others].map((words) => words.join(' '));
      return sql`(${placeOf(id, name)}, ${id}, ${published}, ${names}, ${labelWords}, ${otherWords})`;
    });
    await tx.execute(sql`
      INSERT INTO product_search (place, product_id, published, name_words, label_words, other_words) VALUES ${join(rows)}`);
    return tokens;
  }

  /**
   * Adds tokens to the vocabulary of corrections. All transactions add them in the same order: one waits for another that adds
   * the same token.
   */
  async addVocabulary(tx: Transaction, { all, spellings }: IndexedTokens): Promise<void> {
    await addWords(tx, sql`search_words`, all);
    await addWords(tx, sql`search_spellings`, spellings);
  }

  /** Indexes any number of products, and adds their tokens to the vocabulary. */
  async index(tx: Transaction, productIds: readonly string[]): Promise<void> {
    const tokens = new IndexedTokens();
    for (let start = 0; start < productIds.length; start += PRODUCT_BATCH_SIZE) {
      const batch = productIds.slice(start, start + PRODUCT_BATCH_SIZE);
      tokens.add(await this.indexAll(tx, batch));
    }
    await this.addVocabulary(tx, tokens);
  }

  async remove(tx: Transaction, productId: string): Promise<void> {
    await tx.execute(sql`DELETE FROM product_search WHERE product_id = ${productId}`);
  }
}

async function addWords(tx: Transaction, table: Sql, tokens: Iterable<string>): Promise<void> {
  const sorted = [...tokens].sort();
  for (let start = 0; start < sorted.length; start += TOKEN_BATCH_SIZE) {
    const rows = sorted.slice(start, start + TOKEN_BATCH_SIZE).map((token) => sql`(${token})`);
    await tx.execute(sql`INSERT INTO ${table} (word) VALUES ${join(rows)} ON CONFLICT (word) DO NOTHING`);
  }
}

interface ProductTextsRow {
  readonly id: string;
  readonly name: string;
  readonly published: boolean | number;
  readonly brand: string;
  readonly otherNames: string;
  readonly texts: string;
  readonly section: string;
  readonly sectionTexts: string;
  readonly description: string;
}

async function indexedProducts(tx: Transaction, ids: readonly string[]): Promise<IndexedProduct[]> {
  const rows = await tx.rows<ProductTextsRow>(sql`
    SELECT p.id, p.name, p.published, p.brand, p.other_names AS "otherNames", p.texts, p.description,
      s.name AS section, s.texts AS "sectionTexts"
    FROM products p JOIN sections s ON s.id = p.section_id WHERE p.id IN (${join(ids)})`);
  return rows.map((row) => {
    const { id, name, published, brand, otherNames, description, section } = row;
    const texts = Object.values(textsOf<ProductText>(row.texts));
    return {
      ...{ id, name, published: Boolean(published) },
      otherNames: [otherNames, ...texts.flatMap((text) => [text.name ?? '', ...(text.otherNames ?? [])])],
      labels: [brand, section, ...Object.values(namesByLanguage(textsOf(row.sectionTexts), section))],
      descriptions: [description, ...texts.map((text) => text.description ?? '')],
    };
  });
}

/** Returns the tokens and the singular of each, so that either form finds the other. */
function indexedTokens(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(searchTokens).flatMap((token) => [token, singularOf(token) ?? token]))];
}

/** Returns a product's place among equally good matches: by the length of its name, then random (from its ID). */
function placeOf(id: string, name: string): number {
  return wordsOf(name).length * 2 ** 40 + Number.parseInt(id.slice(-10), 16);
}

import { Injectable } from '@nestjs/common';
import { ProductWriter } from '../catalog/admin/product-writer.js';
import { SectionWriter } from '../catalog/admin/sections/section-writer.js';
import { ProductImages } from '../catalog/images/product-images.js';
import { textsJson } from '../rules/texts/texts-by-language.js';
import type { Actor } from '../platform/access/actor.js';
import { DAY_MS } from '../platform/common/durations.js';
import { toIsoDate } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { DemoProduct, DemoSection } from './catalog/demo-product.js';
import { HINDI_CATALOG } from './catalog/hindi/demo-catalog-hindi.js';
import { demoTaxOf } from './catalog/demo-taxes.js';
import { packPricesOf } from './catalog/pack-prices.js';
import type { HindiTexts } from './catalog/hindi/hindi-texts.js';
import type { DemoProgress } from './demo-progress.js';
import { readPicture } from './product-picture.js';
import { SimulatedClock } from './simulated-clock.js';

/** A product of the demo store with its stock. Quantities are in units. */
export interface ShelvedProduct extends DemoProduct {
  readonly id: string;
  /** Stock at the simulated time. */
  available: number;
}

/** A product with its section and day. */
interface PlacedProduct {
  readonly sectionId: string;
  readonly sku: string;
  /** Place in the section, from 0. */
  readonly place: number;
  readonly product: DemoProduct;
  /** Undefined for the variants of a scaled catalog. */
  readonly hindi: HindiTexts | undefined;
  readonly image: string | undefined;
  readonly today: number;
  readonly taxClassId: string | null;
  readonly hsn: string | null;
}

/** How the shelves are filled. */
interface Opening {
  readonly begin: number;
  readonly today: number;
  readonly taxClasses: ReadonlyMap<string, string>;
}

/** Creates the sections of the demo store, and products with their opening stock and pictures. */
@Injectable()
export class DemoInventory {
  private readonly pictures = new Map<string, Promise<string>>();

  constructor(
    private readonly clock: SimulatedClock,
    private readonly database: Database,
    private readonly sections: SectionWriter,
    private readonly products: ProductWriter,
    private readonly productPictures: ProductImages,
  ) {}

  /**
   * Creates the products in the course of a day, alternating between sections, so that the newest ones are mixed.
   *
   * @param begin creation time of the first product, in milliseconds since 1970
   * @param today reference day of the product dates, in milliseconds since 1970
   * @param taxClasses IDs by code; empty for a store that is not taxed
   */
  async fill(
    actor: Actor,
    range: readonly DemoSection[],
    { begin, today, taxClasses }: Opening,
    onProgress: DemoProgress,
  ): Promise<ShelvedProduct[]> {
    const shelved: ShelvedProduct[] = [];
    const pause = DAY_MS / (range.length * Math.max(...range.map(({ products }) => products.length)));
    for (const [place, section] of range.entries()) {
      const images = await Promise.all(section.products.map(({ picture }) => this.storedPicture(picture)));
      await this.database.transaction(async (tx) => {
        const { products, ...hindi } = HINDI_CATALOG[section.name] ?? {};
        const texts = textsJson({ hi: hindi });
        const { id: sectionId } = await this.sections.create(tx, actor, { ...section, texts });
        for (const [i, product] of section.products.entries()) {
          this.clock.travelTo(begin + Math.floor((i * range.length + place) * pause));
          const sku = `GB-${padded(place + 1, 2)}-${padded(i + 1, 3)}`;
          const placed = {
            sectionId,
            sku,
            place: i,
            product,
            hindi: products?.[product.name],
            image: images[i],
            today,
            ...taxOf(section, product, taxClasses),
          };
          shelved.push(await this.shelve(tx, actor, placed));
        }
      });
      onProgress((place + 1) / range.length);
    }
    return shelved;
  }

  private async shelve(tx: Transaction, actor: Actor, placed: PlacedProduct): Promise<ShelvedProduct> {
    const { sectionId, sku, place, product, hindi, image, today, taxClassId, hsn } = placed;
    const { name, brand, description, unitType, rate, step, stock, lowStock } = product;
    // Products that are sold out today had stock before.
    const opening = stock === 0 ? step * 20 : stock;
    const body = {
      ...{ sectionId, sku, name, description, unitType },
      ...(brand === undefined ? {} : { brand }),
      ratePerUnit: rate,
      ...packPricesOf(product, place),
      ...{ taxClassId, hsn },
      quantityStep: step,
      quantityAvailable: opening,
      lowStockThreshold: lowStock,
      ...datesOf(product, today),
    };
    const id = await this.products.create(tx, actor, body, { hi: hindi });
    if (image !== undefined) await this.products.setImage(tx, actor, { id, version: 1 }, image);
    return { ...product, id, available: opening };
  }

  /** Stores each picture once: in a scaled catalog, several products share it. */
  private storedPicture(picture: string): Promise<string> {
    const stored =
      this.pictures.get(picture) ??
      readPicture(picture).then((sizes) => this.productPictures.storeEncoded(sizes));
    this.pictures.set(picture, stored);
    return stored;
  }
}

function taxOf(
  { name }: DemoSection,
  product: DemoProduct,
  taxClasses: ReadonlyMap<string, string>,
): Pick<PlacedProduct, 'taxClassId' | 'hsn'> {
  if (taxClasses.size === 0) return { taxClassId: null, hsn: null };
  const { taxClass, hsn } = demoTaxOf(name, product);
  return { taxClassId: taxClasses.get(taxClass) ?? null, hsn };
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

function datesOf(
  { madeDaysAgo, goodForDays }: DemoProduct,
  today: number,
): { manufacturedOn?: string; bestBefore?: string } {
  if (madeDaysAgo === undefined) return {};
  const madeAt = today - madeDaysAgo * DAY_MS;
  return {
    manufacturedOn: toIsoDate(madeAt),
    ...(goodForDays === undefined ? {} : { bestBefore: toIsoDate(madeAt + goodForDays * DAY_MS) }),
  };
}

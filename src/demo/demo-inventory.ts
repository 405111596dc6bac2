import { Injectable } from '@nestjs/common';
import { ProductWriter } from '../catalog/admin/product-writer.js';
import { SectionWriter } from '../catalog/admin/section-writer.js';
import { ProductImages } from '../catalog/images/product-images.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { DemoProduct, DemoSection } from './catalog/demo-product.js';
import { productPicture } from './product-picture.js';
import { SimulatedClock } from './simulated-clock.js';

/** A product on the demo store's shelf. Quantities in units. */
export interface ShelvedProduct extends DemoProduct {
  readonly id: string;
  /** What there is of it at this point of the demo store's past. */
  available: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Fills the shelves of the demo store: sections, products with their opening stock, pictures. */
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
   * In the course of a day, all sections at a time: what is newest is of many kinds.
   *
   * @param begin when the first product is shelved, in milliseconds since 1970
   * @param today the day that dates are counted from, likewise
   */
  async fill(
    actor: Actor,
    range: readonly DemoSection[],
    { begin, today }: { readonly begin: number; readonly today: number },
  ): Promise<ShelvedProduct[]> {
    const shelved: ShelvedProduct[] = [];
    const pause = DAY / (range.length * Math.max(...range.map(({ products }) => products.length)));
    for (const [place, section] of range.entries()) {
      const images = await Promise.all(section.products.map(({ icon }) => this.picture(icon, section.tint)));
      await this.database.transaction(async (tx) => {
        const { id: sectionId } = await this.sections.create(tx, actor, section);
        for (const [i, product] of section.products.entries()) {
          this.clock.travelTo(begin + Math.floor((i * range.length + place) * pause));
          shelved.push(await this.shelve(tx, actor, { sectionId, product, image: images[i], today }));
        }
      });
    }
    return shelved;
  }

  private async shelve(
    tx: Transaction,
    actor: Actor,
    placed: { sectionId: string; product: DemoProduct; image: string | undefined; today: number },
  ): Promise<ShelvedProduct> {
    const { sectionId, product, image, today } = placed;
    const { name, brand, description, unitType, rate, step, stock, lowStock } = product;
    // What is sold out today had been there before.
    const opening = stock === 0 ? step * 20 : stock;
    const id = await this.products.create(tx, actor, {
      ...{ sectionId, name, description, unitType },
      ...(brand === undefined ? {} : { brand }),
      ratePerUnit: rate,
      quantityStep: step,
      quantityAvailable: opening,
      lowStockThreshold: lowStock,
      ...datesOf(product, today),
    });
    if (image !== undefined) await this.products.setImage(tx, actor, { id, version: 1 }, image);
    return { ...product, id, available: opening };
  }

  /** Many products share an icon and a background: each picture is drawn once. */
  private picture(icon: string, tint: string): Promise<string> {
    const key = `${icon} ${tint}`;
    const drawn =
      this.pictures.get(key) ?? productPicture(icon, tint).then((png) => this.productPictures.keep(png));
    this.pictures.set(key, drawn);
    return drawn;
  }
}

function datesOf(
  { madeDaysAgo, goodForDays }: DemoProduct,
  today: number,
): { manufacturedOn?: string; bestBefore?: string } {
  if (madeDaysAgo === undefined) return {};
  const made = today - madeDaysAgo * DAY;
  return {
    manufacturedOn: dayOf(made),
    ...(goodForDays === undefined ? {} : { bestBefore: dayOf(made + goodForDays * DAY) }),
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

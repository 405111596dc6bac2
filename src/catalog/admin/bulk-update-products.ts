import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type ReadConnection } from '../../platform/database/transaction.js';
import { BulkChangeRefused } from '../catalog.errors.js';
import { Product } from '../product.entity.js';
import { Section } from '../section.entity.js';
import {
  checkOneChange,
  isMoved,
  nameClashes,
  planBulkChange,
  type BulkContext,
  type PlannedProduct,
} from './bulk-update-plan.js';
import type { BulkChangeView, BulkValuesView, ChangeProductsBody } from './bulk-update.dto.js';
import { lockProducts } from './lock-products.js';
import { isNameTaken, ProductWriter } from './product-writer.js';

/** Staff change many products in one go: all of them, or none. */
@Injectable()
export class BulkUpdateProducts {
  constructor(
    private readonly database: Database,
    private readonly products: ProductWriter,
  ) {}

  /**
   * A handful of statements, however many products there are. A dry run tells the same, and refuses the same, without
   * changing anything.
   *
   * @throws InvalidRequest where the body does not ask for one change; BulkChangeRefused naming all that is in the way
   */
  async run(actor: Actor, body: ChangeProductsBody): Promise<BulkChangeView> {
    checkOneChange(body);
    const dryRun = body.dryRun ?? false;
    const planned = dryRun ? await plan(this.database.read, body) : await this.change(actor, body);
    return viewOf(planned, dryRun);
  }

  private async change(actor: Actor, body: ChangeProductsBody): Promise<readonly PlannedProduct[]> {
    const change = (): Promise<readonly PlannedProduct[]> => this.changeOnce(actor, body);
    return change().catch((error: unknown) => {
      // Somebody took a name after it was found free. Looked at once more, that product is there to be named.
      if (!isNameTaken(error)) throw error;
      return change();
    });
  }

  private async changeOnce(actor: Actor, body: ChangeProductsBody): Promise<readonly PlannedProduct[]> {
    return this.database.transaction(async (tx) => {
      await lockProducts(
        tx,
        body.products.map(({ id }) => id),
      );
      const planned = await plan(tx, body);
      await this.products.save(
        tx,
        actor,
        planned.filter(({ isChanged }) => isChanged),
      );
      return planned;
    });
  }
}

/** @throws BulkChangeRefused */
async function plan(reader: ReadConnection, body: ChangeProductsBody): Promise<readonly PlannedProduct[]> {
  const { planned, inTheWay } = planBulkChange(body, await groundOf(reader, body));
  const refused = [...inTheWay, ...nameClashes(planned, await holdersOfNames(reader, planned))];
  if (refused.length > 0) throw new BulkChangeRefused(refused);
  return planned;
}

async function groundOf(
  { entities }: ReadConnection,
  { products }: ChangeProductsBody,
): Promise<BulkContext> {
  const found = await entities.findBy(Product, { id: In(products.map(({ id }) => id)) });
  const sections = await entities.find(Section, { select: { id: true, name: true } });
  return {
    products: new Map(
      found.filter(({ deletedAt }) => deletedAt === null).map((product) => [product.id, product]),
    ),
    sectionNames: new Map(sections.map(({ id, name }) => [id, name])),
  };
}

/** Whoever has, in a section to which products move, a name of one of them. */
async function holdersOfNames(
  reader: ReadConnection,
  planned: readonly PlannedProduct[],
): Promise<Pick<Product, 'id' | 'sectionId' | 'nameKey'>[]> {
  const moved = planned.filter(isMoved).map(({ after }) => after);
  if (moved.length === 0) return [];
  return reader.rows(sql`
    SELECT id, section_id AS "sectionId", name_key AS "nameKey" FROM products
    WHERE section_id IN (${join([...new Set(moved.map(({ sectionId }) => sectionId))])})
      AND name_key IN (${join([...new Set(moved.map(({ nameKey }) => nameKey))])})`);
}

function viewOf(planned: readonly PlannedProduct[], dryRun: boolean): BulkChangeView {
  return {
    dryRun,
    changed: planned.filter(({ isChanged }) => isChanged).length,
    items: planned.map(({ before, after, sectionName, sectionNameBefore, isChanged }) => ({
      ...{ id: after.id, name: after.name, unitType: after.unitType, isChanged, version: after.version },
      before: valuesOf(before, sectionNameBefore),
      after: valuesOf(after, sectionName),
    })),
  };
}

function valuesOf({ ratePerUnit, sectionId, published }: Product, sectionName: string): BulkValuesView {
  return { ratePerUnit, sectionId: sectionId ?? '', sectionName, published };
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type ReadConnection } from '../../platform/database/transaction.js';
import { shareTaxClasses, taxClassCodes } from '../../taxes/tax-class-codes.js';
import { catalogErrors } from '../catalog.errors.js';
import { Product } from '../product.entity.js';
import { Section } from '../section.entity.js';
import {
  checkSingleChange,
  isMoved,
  nameClashes,
  planBulkChange,
  type BulkContext,
  type PlannedProduct,
} from './bulk-update-plan.js';
import type { BulkChangeView, BulkValuesView, ChangeProductsBody } from './bulk-update.dto.js';
import { lockSectionsAndProducts } from './catalog-locks.js';
import { ProductWriter } from './product-writer.js';
import { isNameTaken } from './unique-keys.js';

/** Changes many products in one transaction on behalf of staff: all of them, or none. */
@Injectable()
export class BulkUpdateProducts {
  constructor(
    private readonly database: Database,
    private readonly products: ProductWriter,
  ) {}

  /**
   * Runs a handful of statements, regardless of the number of products. A dry run returns and refuses the same without
   * changing anything.
   *
   * @throws request.invalid if the body does not request exactly one change; catalog.bulk-change-refused listing
   *   all conflicts
   */
  async run(actor: Actor, body: ChangeProductsBody): Promise<BulkChangeView> {
    checkSingleChange(body);
    const dryRun = body.dryRun ?? false;
    const planned = dryRun ? await plan(this.database.read, body) : await this.change(actor, body);
    return viewOf(planned, dryRun);
  }

  private async change(actor: Actor, body: ChangeProductsBody): Promise<readonly PlannedProduct[]> {
    const attempt = (): Promise<readonly PlannedProduct[]> => this.changeOnce(actor, body);
    return attempt().catch((error: unknown) => {
      // A name was taken after the check. The second attempt finds its product and reports the conflict.
      if (!isNameTaken(error)) throw error;
      return attempt();
    });
  }

  private async changeOnce(actor: Actor, body: ChangeProductsBody): Promise<readonly PlannedProduct[]> {
    return this.database.transaction(async (tx) => {
      await lockSectionsAndProducts(
        tx,
        body.products.map(({ id }) => id),
      );
      if (namesTaxClass(body)) await shareTaxClasses(tx);
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

/** @throws catalog.bulk-change-refused */
async function plan(
  connection: ReadConnection,
  body: ChangeProductsBody,
): Promise<readonly PlannedProduct[]> {
  const { planned, conflicts: inTheWay } = planBulkChange(body, await loadContext(connection, body));
  const refused = [...inTheWay, ...nameClashes(planned, await nameHolders(connection, planned))];
  if (refused.length > 0) throw catalogErrors['bulk-change-refused']({ products: refused });
  return planned;
}

async function loadContext(connection: ReadConnection, body: ChangeProductsBody): Promise<BulkContext> {
  const { entities } = connection;
  const { products } = body;
  const rows = await entities.findBy(Product, { id: In(products.map(({ id }) => id)) });
  const sections = await entities.find(Section, { select: { id: true, name: true } });
  return {
    products: new Map(
      rows.filter(({ deletedAt }) => deletedAt === null).map((product) => [product.id, product]),
    ),
    sectionNames: new Map(sections.map(({ id, name }) => [id, name])),
    taxClasses: namesTaxClass(body) ? await taxClassCodes(connection) : new Map(),
  };
}

function namesTaxClass({ taxClassId, products }: ChangeProductsBody): boolean {
  return [taxClassId, ...products.map((product) => product.taxClassId)].some((id) => typeof id === 'string');
}

/** Returns the products in the new sections that have the name of a moved product. */
async function nameHolders(
  connection: ReadConnection,
  planned: readonly PlannedProduct[],
): Promise<Pick<Product, 'id' | 'sectionId' | 'nameKey'>[]> {
  const moved = planned.filter(isMoved).map(({ after }) => after);
  if (moved.length === 0) return [];
  return connection.rows(sql`
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

function valuesOf(product: Product, sectionName: string): BulkValuesView {
  const { ratePerUnit, sectionId, published, taxClassId, hsn } = product;
  return { ratePerUnit, sectionId: sectionId ?? '', sectionName, published, taxClassId, hsn };
}

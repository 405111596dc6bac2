import { Injectable } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { DAY_MS, MINUTE_MS } from '../platform/common/durations.js';
import { BookStockSheet } from '../stock-sheets/book-stock-sheet.js';
import { CreateStockSheet } from '../stock-sheets/create-stock-sheet.js';
import { SaveStockSheet } from '../stock-sheets/save-stock-sheet.js';
import { StockSheetsService } from '../stock-sheets/stock-sheets.service.js';
import type { ShelvedProduct } from './demo-inventory.js';
import { SimulatedClock } from './simulated-clock.js';

/** Lines of the delivery. */
const DELIVERED = 8;
/** Steps of a product that come in. */
const STEPS_DELIVERED = 20;
const COUNTED_SECTION = 'dairy-eggs';
/** Lines of the count that are filled in already. */
const COUNTED = 6;

/** Creates the stock sheets of the demo store: a delivery that was booked yesterday, and a count that is under way. */
@Injectable()
export class DemoSheets {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly catalog: CatalogService,
    private readonly createSheet: CreateStockSheet,
    private readonly saveSheet: SaveStockSheet,
    private readonly bookSheet: BookStockSheet,
    private readonly sheets: StockSheetsService,
  ) {}

  /** @param now end of the past, in milliseconds since 1970 */
  async run(manager: AuthenticatedUser, shelf: readonly ShelvedProduct[], now: number): Promise<void> {
    await this.takeDelivery(manager, shelf, now - DAY_MS);
    await this.beginCount(manager, shelf, now - 40 * MINUTE_MS);
    this.clock.travelTo(now);
  }

  private async takeDelivery(
    manager: AuthenticatedUser,
    shelf: readonly ShelvedProduct[],
    at: number,
  ): Promise<void> {
    this.clock.travelTo(at);
    const id = await this.createSheet.run(manager, { kind: 'delivery' });
    const lines = shelf
      .filter(({ stock }) => stock > 0)
      .slice(0, DELIVERED)
      .map(({ id: productId, unitType, step }) => ({
        productId,
        unitType,
        quantity: step * STEPS_DELIVERED,
      }));
    this.clock.travelTo(at + 10 * MINUTE_MS);
    const texts = { supplier: 'Nandi Farms', note: 'Delivery note 4711' };
    await this.saveSheet.run(manager, id, { version: 1, ...texts, lines });
    this.clock.travelTo(at + 12 * MINUTE_MS);
    await this.bookSheet.run(manager, id, { version: 2 });
  }

  private async beginCount(
    manager: AuthenticatedUser,
    shelf: readonly ShelvedProduct[],
    at: number,
  ): Promise<void> {
    this.clock.travelTo(at);
    const { id: sectionId } = await this.catalog.section(COUNTED_SECTION);
    const id = await this.createSheet.run(manager, { kind: 'count', sectionId });
    const { lines } = await this.sheets.get(id);
    const steps = new Map(shelf.map((product) => [product.id, product.step]));
    this.clock.travelTo(at + 15 * MINUTE_MS);
    await this.saveSheet.run(manager, id, {
      ...{ version: 1, supplier: '', note: '' },
      lines: lines.map(({ productId, unitType }, i) => ({
        ...{ productId, unitType },
        quantity: i < COUNTED ? (steps.get(productId) ?? 1) * (STEPS_DELIVERED + i) : null,
      })),
    });
  }
}

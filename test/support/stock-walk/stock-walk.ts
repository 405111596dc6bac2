import { newProduct, newSection, type TestProduct } from '../../factories/catalog.js';
import { newManager, newShoppers, signInAdmin, type TestUser } from '../../factories/users.js';
import { seededRandom } from '../attacks/random.js';
import { bodyOf } from '../clients/client.js';
import type { Server } from '../servers/server.js';
import { ACTS } from './stock-acts.js';
import { StockModel, type ModelProduct } from './stock-model.js';

/** A product as staff see it. */
interface StaffProduct extends TestProduct {
  readonly quantityPromised: number;
  readonly quantityOnHand: number;
  readonly lowStockThreshold: number;
  readonly isLowStock: boolean;
}

const PRODUCTS = 6;

/** A random walk through everything that changes stock. After each act, the store is compared with a model of its own. */
export class StockWalk {
  readonly model = new StockModel();
  /** Number of acts by name, of which the store accepted some and refused others. */
  readonly accepted: Record<string, number> = {};
  readonly refused: Record<string, number> = {};
  /** The latest acts, for the report of a failure. */
  private readonly log: string[] = [];

  private constructor(
    readonly server: Server,
    readonly admin: TestUser,
    readonly manager: TestUser,
    readonly shoppers: readonly TestUser[],
    readonly section: { readonly id: string; readonly name: string },
    private readonly random: () => number,
  ) {}

  /** Creates a section with some products for the walk. */
  static async start(server: Server, options: { seed: number; shoppers: number }): Promise<StockWalk> {
    const admin = await signInAdmin(server);
    const manager = await newManager(server);
    const shoppers = await newShoppers(server, options.shoppers);
    const section = await newSection(server, admin);
    const walk = new StockWalk(server, admin, manager, shoppers, section, seededRandom(options.seed));
    for (let i = 0; i < PRODUCTS; i++) await walk.addProduct(i);
    return walk;
  }

  /** Walks, and checks everything after each act. */
  async run(acts: number): Promise<void> {
    for (let i = 0; i < acts; i++) {
      const name = this.weighted();
      const what = await ACTS[name].run(this);
      this.log.push(`${i} ${name}: ${what}`);
      await this.check().catch((cause: unknown) => {
        throw new Error(`Different after these acts:\n${this.log.slice(-8).join('\n')}`, { cause });
      });
    }
  }

  integer(min: number, max: number): number {
    return min + Math.floor(this.random() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** @throws RangeError if there is nothing to pick from */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('Nothing to pick from');
    return list[this.integer(0, list.length - 1)]!;
  }

  /** Counts an act that the store accepted, or must refuse. Returns what happened, for the log. */
  note(act: string, isAccepted: boolean, what: string): string {
    const counts = isAccepted ? this.accepted : this.refused;
    counts[act] = (counts[act] ?? 0) + 1;
    return `${isAccepted ? '' : 'refused '}${what}`;
  }

  private weighted(): keyof typeof ACTS {
    const names = Object.keys(ACTS) as (keyof typeof ACTS)[];
    let left = this.random() * names.reduce((sum, name) => sum + ACTS[name].weight, 0);
    return names.find((name) => (left -= ACTS[name].weight) < 0) ?? 'order';
  }

  private async addProduct(i: number): Promise<void> {
    const isWeighed = i % 2 === 0;
    const onHand = i === 5 ? 0 : this.integer(10, 40) * 1000;
    const step = isWeighed ? 250 : 1000;
    const threshold = i % 3 === 0 ? 8000 : 0;
    const product = await newProduct(this.server, this.manager, {
      sectionId: this.section.id,
      unitType: isWeighed ? 'kg' : 'piece',
      quantityStep: step / 1000,
      quantityAvailable: onHand / 1000,
      lowStockThreshold: threshold / 1000,
    });
    const { id, name, version } = product;
    this.model.products.push({ id, name, version, step, threshold, onHand, published: true });
  }

  /** Compares the API, the ledger and the books with the model. */
  private async check(): Promise<void> {
    const query = { sectionId: this.section.id, pageSize: 100 };
    const staff = this.server.client.as(this.admin);
    const { items } = bodyOf(await staff.get<{ items: StaffProduct[] }>('/admin/products', query), 200);
    const sums = await this.server.rows<{ id: string; sum: number }>(
      `SELECT p.id, coalesce(sum(m.delta), 0) AS sum FROM products p LEFT JOIN stock_movements m ON m.product_id = p.id
       WHERE p.section_id = ? GROUP BY p.id`,
      [this.section.id],
    );
    for (const product of this.model.products) {
      const seen = items.find(({ id }) => id === product.id);
      expect(seen).toMatchObject(this.expected(product));
      const { quantityOnHand = 0, quantityAvailable = 0, quantityPromised = 0 } = seen ?? {};
      expect(thousandths(quantityOnHand)).toBe(
        thousandths(quantityAvailable) + thousandths(quantityPromised),
      );
      const sum = Number(sums.find(({ id }) => id === product.id)?.sum);
      expect({ ledger: sum }).toEqual({ ledger: this.model.available(product) });
    }
    expect(bodyOf(await staff.get('/admin/books'), 200)).toMatchObject({ balanced: true });
  }

  private expected(product: ModelProduct): Partial<StaffProduct> {
    return {
      quantityAvailable: this.model.available(product) / 1000,
      quantityPromised: this.model.promised(product) / 1000,
      quantityOnHand: product.onHand / 1000,
      lowStockThreshold: product.threshold / 1000,
      isLowStock: this.model.isLow(product),
      version: product.version,
    };
  }
}

/** Units are decimal fractions, which a sum of binary ones only approximates. */
function thousandths(units: number): number {
  return Math.round(units * 1000);
}

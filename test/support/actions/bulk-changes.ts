import { newProduct, type TestProduct } from '../../factories/catalog.js';
import type { TestUser } from '../../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../clients/client.js';
import type { Server } from '../servers/server.js';

interface Values {
  readonly ratePerUnit: number;
  readonly sectionId: string;
  readonly sectionName: string;
  readonly published: boolean;
}

interface BulkChange {
  readonly dryRun: boolean;
  readonly changed: number;
  readonly items: readonly {
    readonly id: string;
    readonly isChanged: boolean;
    readonly version: number;
    readonly before: Values;
    readonly after: Values;
  }[];
}

/** A manager who changes many products of one section with one request. */
export class BulkChanges {
  constructor(
    private readonly server: Server,
    private readonly manager: TestUser,
  ) {}

  newProducts(sectionId: string, count: number, values: object = {}): Promise<TestProduct[]> {
    const newOne = (): Promise<TestProduct> =>
      newProduct(this.server, this.manager, { sectionId, ...values });
    return Promise.all(Array.from({ length: count }, newOne));
  }

  change(products: readonly object[], values: object): Promise<ApiResponse<BulkChange & Problem>> {
    return this.server.client.as(this.manager).post('/admin/products/bulk-changes', { products, ...values });
  }

  async current({ id }: { id: string }): Promise<TestProduct> {
    return bodyOf(await this.server.client.as(this.manager).get<TestProduct>(`/admin/products/${id}`), 200);
  }

  allCurrent(products: readonly TestProduct[]): Promise<TestProduct[]> {
    return Promise.all(products.map((product) => this.current(product)));
  }
}

/** Returns the products as a bulk change refers to them: with the versions that the manager has seen. */
export const refsOf = (products: readonly TestProduct[]): { id: string; version: number }[] =>
  products.map(({ id, version }) => ({ id, version }));

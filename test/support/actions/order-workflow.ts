import { TransitionOrder } from '../../../src/orders/workflow/transition-order.js';
import type { AuthenticatedUser } from '../../../src/platform/access/authenticated-user.js';
import type { Role } from '../../../src/platform/access/roles.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import { DomainError } from '../../../src/platform/common/errors/domain-error.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import { sql } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import type { OrderStatus } from '../../../src/rules/order-status/order-status.js';
import { StockCache } from '../../../src/stock/stock-cache.js';
import { Stock } from '../../../src/stock/stock.js';
import { insertOrder, insertProduct, insertUser } from '../../factories/rows.js';
import { testConfig } from '../stores/config.js';
import { openTestDatabase } from '../stores/database.js';
import { createDocumentServices } from '../stores/document-services.js';
import { newSharedCache } from '../stores/shared-cache.js';
import { TestClock } from '../stores/test-clock.js';

/** Statuses that an order passes through until it reaches each status, after its placement. */
const PATHS: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placed: [],
  packed: ['packed'],
  out_for_delivery: ['packed', 'out_for_delivery'],
  delivered: ['packed', 'out_for_delivery', 'delivered'],
  cancelled: ['cancelled'],
};

/** Signals that are recorded and reach no listener. */
class RecordedSignals extends ChangeSignals {
  readonly topics = new Set<string>();

  override publish(topic: string): void {
    this.topics.add(topic);
  }
}

/** A store with one shopper and staff, for tests of the order workflow. */
export class OrderWorkflowStore {
  readonly clock = new TestClock();
  readonly signals = new RecordedSignals(testConfig());
  private readonly transitionOrder: TransitionOrder;

  private constructor(
    readonly database: Database,
    readonly users: Readonly<Record<Role, AuthenticatedUser>>,
    readonly productId: string,
  ) {
    const { clock, signals } = this;
    const { issueDocument, creditDocument } = createDocumentServices(database, clock);
    this.transitionOrder = new TransitionOrder(
      database,
      new Stock(clock, signals, new StockCache(newSharedCache())),
      new Outbox(clock),
      new AuditTrail(clock),
      clock,
      signals,
      issueDocument,
      creditDocument,
    );
  }

  /** Opens a new store, which is removed after the last test of the file. */
  static async open(): Promise<OrderWorkflowStore> {
    const database = await openTestDatabase();
    const users = {
      user: await authenticated(database, 'user'),
      store_manager: await authenticated(database, 'store_manager'),
      admin: await authenticated(database, 'admin'),
    };
    return new OrderWorkflowStore(database, users, await insertProduct(database));
  }

  /** Inserts an order of the shopper that has just reached the status, with its history. Returns the ID. */
  async newOrder(status: OrderStatus): Promise<string> {
    const userId = this.users.user.id;
    const orderId = await insertOrder(this.database, { userId, productId: this.productId, status });
    for (const reached of PATHS[status]) {
      await this.database.write(sql`
        INSERT INTO order_status_changes (id, order_id, status, at, by_id)
        VALUES (${newId()}, ${orderId}, ${reached}, ${this.clock.now()}, ${this.users.admin.id})`);
    }
    return orderId;
  }

  /** Changes an order's status and returns everything that this did, or the refusal, in one line. */
  transition(role: Role, orderId: string, to: OrderStatus): Promise<string> {
    const request = { orderId, to, note: 'As agreed' };
    return this.effectsOf(orderId, () => this.transitionOrder.run(this.users[role], request));
  }

  /** Undoes an order's latest transition and returns everything that this did, or the refusal, in one line. */
  undo(role: Role, orderId: string, status: OrderStatus): Promise<string> {
    return this.effectsOf(orderId, () => this.transitionOrder.undo(this.users[role], orderId, status));
  }

  private async effectsOf(orderId: string, action: () => Promise<void>): Promise<string> {
    const before = await this.recordsOf(orderId);
    this.signals.topics.clear();
    const refusal = await refusalOf(action);
    const after = await this.recordsOf(orderId);
    const effects = [
      ...after.filter((record) => !before.includes(record)),
      ...before.filter((record) => !after.includes(record)).map((record) => `no longer ${record}`),
      ...[...this.signals.topics].map((topic) => `signal ${topic}`),
    ];
    const line = [...(refusal === undefined ? [] : [refusal]), ...effects].join('; ');
    return line.replaceAll(orderId, '<order>');
  }

  /** Returns the order's status, history, events, audit entries, stock movements and documents, each as text. */
  private async recordsOf(orderId: string): Promise<string[]> {
    const rows = await this.database.read.rows<{ record: string }>(sql`
      SELECT 'status ' || status AS record FROM orders WHERE id = ${orderId}
      UNION ALL
      SELECT 'history ' || c.status || ' by ' || u.role || COALESCE(': ' || c.note, '')
      FROM order_status_changes c JOIN users u ON u.id = c.by_id WHERE c.order_id = ${orderId}
      UNION ALL
      SELECT 'event ' || type || ' ' || payload FROM outbox_events WHERE subject = ${`order:${orderId}`}
      UNION ALL
      SELECT 'audit ' || e.action || ' by ' || u.role || ' from ' || e.before || ' to ' || e.after
      FROM audit_entries e JOIN users u ON u.id = e.actor_id
      WHERE e.subject_type = 'order' AND e.subject_id = ${orderId}
      UNION ALL
      SELECT 'stock ' || reason || ' ' || delta FROM stock_movements WHERE order_id = ${orderId}
      UNION ALL
      SELECT 'document ' || kind || ' ' || total FROM documents WHERE order_id = ${orderId}
      ORDER BY record`);
    return rows.map(({ record }) => record.replace(/(?<="documentId":")[^"]+/, '<document>'));
  }
}

async function authenticated(database: Database, role: Role): Promise<AuthenticatedUser> {
  const id = await insertUser(database, { username: role, role });
  return { id, username: role, role, sessionId: newId(), requestId: 'test' };
}

async function refusalOf(action: () => Promise<void>): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `refused ${error.code} ${JSON.stringify(error.parameters)}`;
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '../../src/platform/access/roles.js';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { ORDER_STATUSES } from '../../src/rules/order-status/order-status.js';
import { OrderWorkflowStore } from '../support/actions/order-workflow.js';

const UNDO_WINDOW_MS = 10 * MINUTE_MS;

/** Reads what the store answered before its order workflow became a table, and the documents that it has issued since. */
function expectedLines(name: 'transitions' | 'undo'): string[] {
  const file = join(import.meta.dirname, '..', 'fixtures', 'order-workflow', `${name}.txt`);
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

let store: OrderWorkflowStore;
beforeAll(async () => {
  store = await OrderWorkflowStore.open();
});

it('answers each transition of every status, role and target as recorded', async () => {
  const lines: string[] = [];
  for (const status of ORDER_STATUSES) {
    for (const role of ROLES) {
      for (const target of ORDER_STATUSES) {
        const effects = await store.transition(role, await store.newOrder(status), target);
        lines.push(`${status} to ${target} as ${role}: ${effects}`);
      }
    }
  }
  expect(lines).toEqual(expectedLines('transitions'));
});

it('answers each undo of every status as recorded', async () => {
  const lines: string[] = [];
  for (const status of ORDER_STATUSES) {
    for (const undone of ORDER_STATUSES) {
      const effects = await store.undo('store_manager', await store.newOrder(status), undone);
      lines.push(`${undone} of ${status}: ${effects}`);
    }
    const orderId = await store.newOrder(status);
    store.clock.advance(UNDO_WINDOW_MS + 1);
    lines.push(`${status} after ten minutes: ${await store.undo('store_manager', orderId, status)}`);
  }
  expect(lines).toEqual(expectedLines('undo'));
});

import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile, IMPORTS } from '../../src/imports/import-task.js';
import { TaskInProgress } from '../../src/platform/background-tasks/task-leases.js';
import { DAY_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import type { DomainError } from '../../src/platform/common/errors/domain-error.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { staffUser } from '../support/actions/exports.js';
import { HEADER, ImportStore } from '../support/actions/imports.js';
import { sleep } from '../support/servers/processes.js';

/** More than the transactions that PostgreSQL runs at once. */
const WAITING_WRITERS = 25;
/** Enough for the writers to reach the locked product. */
const WAIT_MS = 200;

let store: ImportStore;
let services: ImportStore['services'];
let owner: ImportStore['owner'];

beforeAll(async () => {
  store = await ImportStore.open();
  ({ services, owner } = store);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await store.clear();
});

/** Takes a thousandth of a unit from stock, as waste. */
function issueOne(productId: string): Promise<number> {
  return store.database.transaction(async (tx) => {
    await tx.execute(
      sql`UPDATE products SET quantity_available = quantity_available - 1 WHERE id = ${productId}`,
    );
    return tx.execute(sql`
      INSERT INTO stock_movements (id, product_id, delta, reason, at) VALUES (${newId()}, ${productId}, -1, 'waste', 1)`);
  });
}

describe('concurrent imports', () => {
  const rows = Array.from({ length: 600 }, (_, n) => `Fruits,Ware ${n},kg,1,1,1,`);
  const content = [HEADER, ...rows].join('\n');

  it('apply an import once that is delivered several times', async () => {
    const id = await services.receive(owner.id, content);
    const responses = await Promise.allSettled(Array.from({ length: 4 }, () => services.run.run(id)));
    const refused = responses.flatMap((response) =>
      response.status === 'rejected' ? [response.reason as DomainError] : [],
    );
    expect(refused.map((error) => error.constructor)).toEqual([
      TaskInProgress,
      TaskInProgress,
      TaskInProgress,
    ]);
    await services.run.run(id);
    expect(await services.service.view(owner, id)).toMatchObject({ status: 'done', added: 600 });
    expect(await store.countProducts()).toBe(600);
    expect(await store.findBookDiscrepancies()).toEqual([]);
    expect(await readdir(join(store.location.dataDir, 'imports'))).toEqual([]);
  });

  it('restart an import that failed, without its uncommitted rows', async () => {
    const id = await services.receive(owner.id, content);
    const learn = jest
      .spyOn(services.index, 'addVocabulary')
      .mockRejectedValueOnce(new Error('simulated power failure'));
    await expect(services.run.run(id)).rejects.toThrow('simulated power failure');
    expect(learn).toHaveBeenCalledTimes(1);
    expect(await store.countProducts()).toBe(0);
    // The state that a killed process would leave.
    await store.database.write(
      sql`UPDATE imports SET status = 'applying', lease_until = ${store.clock.now() + 1000} WHERE id = ${id}`,
    );
    await expect(services.run.run(id)).rejects.toThrow(TaskInProgress);
    store.clock.advance(SECOND_MS + 1);
    await services.run.run(id);
    expect(await services.service.view(owner, id)).toMatchObject({ status: 'done', added: 600 });
    expect(await store.findBookDiscrepancies()).toEqual([]);
  });

  it('apply nothing if a product was edited between validation and application', async () => {
    await store.importFile(content);
    const [ware] = await store.products();
    const changedRows = rows.map((row) => row.replace(',1,1,1,', ',2,1,1,')).join('\n');
    const stale = `version,${HEADER}\n${changedRows.replaceAll('Fruits', '1,Fruits')}`;
    const validate = services.products.check.bind(services.products);
    jest.spyOn(services.products, 'check').mockImplementationOnce(async (...args) => {
      const validated = await validate(...args);
      await store.database.write(sql`UPDATE products SET version = 2 WHERE id = ${ware?.id}`);
      return validated;
    });
    const view = await store.importFile(stale);
    expect(view).toMatchObject({ status: 'invalid', errorCount: 1 });
    expect((await store.errorsOf(view))[0]).toMatchObject({
      line: 2,
      column: 'version',
      code: 'request.stale-version',
    });
    expect((await store.products()).every((product) => product.rate_per_unit === 1)).toBe(true);
    expect(await store.findBookDiscrepancies()).toEqual([]);
  });

  it('lose no stock to concurrent movements', async () => {
    await store.importFile(content);
    const [ware] = await store.products();
    const issues = Array.from({ length: 20 }, () => issueOne(ware!.id));
    const [view] = await Promise.all([store.importFile(content), ...issues]);
    expect(view).toMatchObject({ status: 'done', deliveries: 600 });
    expect((await store.products())[0]?.quantity_available).toBe(2000 - 20);
    expect(await store.findBookDiscrepancies()).toEqual([]);
  });
});

it('an import reports its progress while more writers wait for its products than may write at once', async () => {
  const content = `${HEADER}\nFruits,Mango,kg,1,1,5,`;
  await store.importFile(content);
  const [mango] = await store.products();
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (now += SECOND_MS));
  const waiting: Promise<number>[] = [];
  const writeBeside = store.database.writeBeside.bind(store.database);
  const progress = jest.spyOn(store.database, 'writeBeside').mockImplementationOnce(async (statement) => {
    waiting.push(...Array.from({ length: WAITING_WRITERS }, () => issueOne(mango!.id)));
    await sleep(WAIT_MS);
    return writeBeside(statement);
  });
  expect(await store.importFile(content)).toMatchObject({ status: 'done', deliveries: 1 });
  expect(progress).toHaveBeenCalled();
  await Promise.all(waiting);
  expect(await store.findBookDiscrepancies()).toEqual([]);
});

describe('an import', () => {
  it('can be cancelled before it is applied, and not afterwards', async () => {
    const id = await services.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    await expect(services.service.cancel(staffUser(newId()), id)).rejects.toMatchObject({
      code: 'imports.not-found',
    });
    await services.service.cancel(owner, id);
    await services.run.run(id);
    expect((await services.service.view(owner, id)).status).toBe('cancelled');
    expect(await store.countProducts()).toBe(0);
    await expect(services.service.cancel(owner, id)).rejects.toMatchObject({
      code: 'imports.not-cancellable',
    });
    expect(await readdir(join(store.location.dataDir, 'imports'))).toEqual([]);
  });

  it('applies nothing if it is cancelled during validation', async () => {
    const id = await services.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    const validate = services.products.check.bind(services.products);
    jest.spyOn(services.products, 'check').mockImplementationOnce(async (...args) => {
      await services.service.cancel(owner, id);
      return validate(...args);
    });
    await services.run.run(id);
    expect((await services.service.view(owner, id)).status).toBe('cancelled');
    expect(await store.countProducts()).toBe(0);
  });

  it('fails if its file is missing, and is deleted after some months', async () => {
    const id = await services.receive(owner.id, 'x');
    await services.files.remove(importFile(id));
    await services.run.run(id);
    expect(await services.service.view(owner, id)).toMatchObject({
      status: 'failed',
      error: { code: 'imports.file-gone' },
    });
    store.clock.advance(91 * DAY_MS);
    await services.expiry.run(IMPORTS, store.clock.now());
    await expect(services.service.view(owner, id)).rejects.toMatchObject({ code: 'imports.not-found' });
  });
});

describe('an upload without an import', () => {
  it('keeps its file for one day, since it may be incomplete', async () => {
    const folder = join(store.location.dataDir, 'imports');
    const id = newId();
    await services.files.write(importFile(id), Buffer.from('x'));
    await services.expiry.run(IMPORTS, Date.now());
    expect(await readdir(folder)).toEqual([`${id}.csv`]);
    await services.expiry.run(IMPORTS, Date.now() + 86_400_001);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a checked import', () => {
  const content = `${HEADER}\nFruits,Mango,kg,9000,0.5,10,`;
  const storedFiles = (): Promise<string[]> => readdir(join(store.location.dataDir, 'imports'));
  const requests = async (id: string): Promise<number> =>
    (await store.database.read.rows(sql`SELECT id FROM outbox_events WHERE subject = ${`import:${id}`}`))
      .length;

  it('is applied once with its original file, however often that is requested', async () => {
    const { id, applicableUntil } = await store.importFile(content, { dryRun: true });
    expect(applicableUntil).toBe(new Date(store.clock.now() + 7 * DAY_MS).toISOString());
    expect(await store.countProducts()).toBe(0);

    await Promise.all([services.apply.run(owner, id), services.apply.run(owner, id)]);

    expect(await requests(id)).toBe(1);
    expect(await services.service.view(owner, id)).toMatchObject({
      ...{ status: 'queued', dryRun: false, percent: 0, added: 0, applicableUntil: null },
    });
    await services.run.run(id);
    expect(await services.service.view(owner, id)).toMatchObject({
      status: 'done',
      added: 1,
      deliveries: 1,
    });
    expect((await store.products())[0]).toMatchObject({ name: 'Mango', quantity_available: 10_000 });
    expect(await store.findBookDiscrepancies()).toEqual([]);
    expect(await storedFiles()).toEqual([]);
    await expect(services.apply.run(owner, id)).rejects.toMatchObject({ code: 'imports.already-applied' });
    const entries = await store.database.read.rows<{ action: string; actor_id: string }>(
      sql`SELECT action, actor_id FROM audit_entries WHERE subject_id = ${id} ORDER BY id`,
    );
    expect(entries).toEqual([
      { action: 'imports.applied', actor_id: owner.id },
      { action: 'catalog.products-imported', actor_id: owner.id },
    ]);
  });

  it('is not applied if a row has become invalid', async () => {
    await store.importFile(content);
    const { id } = await store.importFile('section,name,version,ratePerUnit\nFruits,Mango,1,8000', {
      dryRun: true,
    });
    await store.database.write(sql`UPDATE products SET version = 2`);
    await services.apply.run(owner, id);
    await services.run.run(id);
    expect(await services.service.view(owner, id)).toMatchObject({ status: 'invalid', errorCount: 1 });
    expect((await store.products())[0]?.rate_per_unit).toBe(9000);
    await expect(services.apply.run(owner, id)).rejects.toMatchObject({ code: 'imports.not-applicable' });
  });

  it('cannot be applied with errors, and its file stays to be checked again', async () => {
    const { id, applicableUntil } = await store.importFile(`${HEADER}\nNowhere,Mango,kg,1,1,,`, {
      dryRun: true,
    });
    expect([applicableUntil, await storedFiles()]).toEqual([null, [`${id}.csv`]]);
    await expect(services.apply.run(owner, id)).rejects.toMatchObject({ code: 'imports.not-applicable' });
  });

  it('cannot be applied before the check is finished', async () => {
    const id = await services.receive(owner.id, content, { dryRun: true });
    await expect(services.apply.run(owner, id)).rejects.toMatchObject({ code: 'imports.not-applicable' });
    await services.run.run(id);
    expect(await store.countProducts()).toBe(0);
  });

  it('can be applied by its owner only', async () => {
    const { id } = await store.importFile(content, { dryRun: true });
    const admin = staffUser(newId(), 'admin');
    await expect(services.apply.run(staffUser(newId()), id)).rejects.toMatchObject({
      code: 'imports.not-found',
    });
    await expect(services.apply.run(admin, id)).rejects.toMatchObject({ code: 'imports.not-own' });
    expect((await services.service.view(admin, id)).applicableUntil).toBeNull();
    expect(await requests(id)).toBe(0);
  });

  it('keeps its file for one week', async () => {
    const { id } = await store.importFile(content, { dryRun: true });
    // Files of the last day are kept, according to the clock of the disk.
    await utimes(join(store.location.dataDir, 'imports', `${id}.csv`), 0, 0);
    store.clock.advance(7 * DAY_MS - 1);
    await services.expiry.run(IMPORTS, store.clock.now());
    expect(await storedFiles()).toContain(`${id}.csv`);
    store.clock.advance(1);
    await services.expiry.run(IMPORTS, store.clock.now());
    expect(await storedFiles()).not.toContain(`${id}.csv`);
    await expect(services.apply.run(owner, id)).rejects.toMatchObject({ code: 'imports.file-gone' });
  });
});

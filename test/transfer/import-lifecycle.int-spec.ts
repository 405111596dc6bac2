import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile, IMPORTS } from '../../src/imports/import-task.js';
import {
  ImportAlreadyApplied,
  ImportFileMissing,
  ImportNotApplicable,
  ImportNotCancellable,
  ImportNotFound,
  ImportNotOwn,
} from '../../src/imports/imports.errors.js';
import { TaskInProgress } from '../../src/platform/background-tasks/task-leases.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { staff } from '../support/actions/exporting.js';
import { HEADER, ImportingStore } from '../support/actions/importing.js';

let store: ImportingStore;
let importing: ImportingStore['importing'];
let owner: ImportingStore['owner'];

beforeAll(async () => {
  store = await ImportingStore.open();
  ({ importing, owner } = store);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await store.clear();
});

describe('concurrent imports', () => {
  const rows = Array.from({ length: 600 }, (_, n) => `Fruits,Ware ${n},kg,1,1,1,`);
  const content = [HEADER, ...rows].join('\n');

  it('apply an import once that is delivered several times', async () => {
    const id = await importing.receive(owner.id, content);
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => importing.run.run(id)));
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as Error] : [],
    );
    expect(refused.map((error) => error.constructor)).toEqual([
      TaskInProgress,
      TaskInProgress,
      TaskInProgress,
    ]);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({ status: 'done', added: 600 });
    expect(await store.counted()).toBe(600);
    expect(await store.books()).toEqual([]);
    expect(await readdir(join(store.place.dataDir, 'imports'))).toEqual([]);
  });

  it('restart an import that failed, without its uncommitted rows', async () => {
    const id = await importing.receive(owner.id, content);
    const learn = jest
      .spyOn(importing.search, 'addVocabulary')
      .mockRejectedValueOnce(new Error('simulated power failure'));
    await expect(importing.run.run(id)).rejects.toThrow('simulated power failure');
    expect(learn).toHaveBeenCalledTimes(1);
    expect(await store.counted()).toBe(0);
    // The state that a killed process would leave.
    await store.database.write(
      sql`UPDATE imports SET status = 'applying', lease_until = ${store.clock.now() + 1000} WHERE id = ${id}`,
    );
    await expect(importing.run.run(id)).rejects.toThrow(TaskInProgress);
    store.clock.advance(1001);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({ status: 'done', added: 600 });
    expect(await store.books()).toEqual([]);
  });

  it('apply nothing if a product was edited between validation and application', async () => {
    await store.imported(content);
    const [ware] = await store.products();
    const changedRows = rows.map((row) => row.replace(',1,1,1,', ',2,1,1,')).join('\n');
    const stale = `version,${HEADER}\n${changedRows.replaceAll('Fruits', '1,Fruits')}`;
    const validate = importing.validation.run.bind(importing.validation);
    jest.spyOn(importing.validation, 'run').mockImplementationOnce(async (...args) => {
      const validated = await validate(...args);
      await store.database.write(sql`UPDATE products SET version = 2 WHERE id = ${ware?.id}`);
      return validated;
    });
    const view = await store.imported(stale);
    expect(view).toMatchObject({ status: 'invalid', errorCount: 1 });
    expect((await store.errorsOf(view))[0]).toMatchObject({
      line: 2,
      column: 'version',
      code: 'request.stale-version',
    });
    expect((await store.products()).every((product) => product.rate_per_unit === 1)).toBe(true);
    expect(await store.books()).toEqual([]);
  });

  it('lose no stock to concurrent movements', async () => {
    await store.imported(content);
    const [ware] = await store.products();
    const issueOne = (): Promise<number> =>
      store.database.transaction(async (tx) => {
        await tx.execute(
          sql`UPDATE products SET quantity_available = quantity_available - 1 WHERE id = ${ware?.id}`,
        );
        return tx.execute(sql`
          INSERT INTO stock_movements (id, product_id, delta, reason, at) VALUES (${newId()}, ${ware?.id}, -1, 'waste', 1)`);
      });
    const [view] = await Promise.all([store.imported(content), ...Array.from({ length: 20 }, issueOne)]);
    expect(view).toMatchObject({ status: 'done', deliveries: 600 });
    expect((await store.products())[0]?.quantity_available).toBe(2000 - 20);
    expect(await store.books()).toEqual([]);
  });
});

describe('an import', () => {
  it('can be cancelled before it is applied, and not afterwards', async () => {
    const id = await importing.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    await expect(importing.service.cancel(staff(newId()), id)).rejects.toThrow(ImportNotFound);
    await importing.service.cancel(owner, id);
    await importing.run.run(id);
    expect((await importing.service.view(owner, id)).status).toBe('cancelled');
    expect(await store.counted()).toBe(0);
    await expect(importing.service.cancel(owner, id)).rejects.toThrow(ImportNotCancellable);
    expect(await readdir(join(store.place.dataDir, 'imports'))).toEqual([]);
  });

  it('applies nothing if it is cancelled during validation', async () => {
    const id = await importing.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    const validate = importing.validation.run.bind(importing.validation);
    jest.spyOn(importing.validation, 'run').mockImplementationOnce(async (...args) => {
      await importing.service.cancel(owner, id);
      return validate(...args);
    });
    await importing.run.run(id);
    expect((await importing.service.view(owner, id)).status).toBe('cancelled');
    expect(await store.counted()).toBe(0);
  });

  it('fails if its file is missing, and is deleted after some months', async () => {
    const id = await importing.receive(owner.id, 'x');
    await importing.files.remove(importFile(id));
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({
      status: 'failed',
      error: { code: 'imports.file-gone' },
    });
    store.clock.advance(91 * 24 * 3_600_000);
    await importing.expiry.run(IMPORTS, store.clock.now());
    await expect(importing.service.view(owner, id)).rejects.toThrow(ImportNotFound);
  });
});

describe('a checked import', () => {
  const DAY_MS = 24 * 3_600_000;
  const content = `${HEADER}\nFruits,Mango,kg,9000,0.5,10,`;
  const storedFiles = (): Promise<string[]> => readdir(join(store.place.dataDir, 'imports'));
  const requests = async (id: string): Promise<number> =>
    (await store.database.read.rows(sql`SELECT id FROM outbox_events WHERE subject = ${`import:${id}`}`))
      .length;

  it('is applied once with its original file, however often that is requested', async () => {
    const { id, applicableUntil } = await store.imported(content, true);
    expect(applicableUntil).toBe(new Date(store.clock.now() + 7 * DAY_MS).toISOString());
    expect(await store.counted()).toBe(0);

    await Promise.all([importing.apply.run(owner, id), importing.apply.run(owner, id)]);

    expect(await requests(id)).toBe(1);
    expect(await importing.service.view(owner, id)).toMatchObject({
      ...{ status: 'queued', dryRun: false, percent: 0, added: 0, applicableUntil: null },
    });
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({
      status: 'done',
      added: 1,
      deliveries: 1,
    });
    expect((await store.products())[0]).toMatchObject({ name: 'Mango', quantity_available: 10_000 });
    expect(await store.books()).toEqual([]);
    expect(await storedFiles()).toEqual([]);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportAlreadyApplied);
    const entries = await store.database.read.rows<{ action: string; actor_id: string }>(
      sql`SELECT action, actor_id FROM audit_entries WHERE subject_id = ${id} ORDER BY id`,
    );
    expect(entries).toEqual([
      { action: 'imports.applied', actor_id: owner.id },
      { action: 'catalog.products-imported', actor_id: owner.id },
    ]);
  });

  it('is not applied if a row has become invalid', async () => {
    await store.imported(content);
    const { id } = await store.imported('section,name,version,ratePerUnit\nFruits,Mango,1,1', true);
    await store.database.write(sql`UPDATE products SET version = 2`);
    await importing.apply.run(owner, id);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({ status: 'invalid', errorCount: 1 });
    expect((await store.products())[0]?.rate_per_unit).toBe(9000);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportNotApplicable);
  });

  it('cannot be applied with errors, and its file is deleted', async () => {
    const { id, applicableUntil } = await store.imported(`${HEADER}\nNowhere,Mango,kg,1,1,,`, true);
    expect([applicableUntil, await storedFiles()]).toEqual([null, []]);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportNotApplicable);
  });

  it('cannot be applied before the check is finished', async () => {
    const id = await importing.receive(owner.id, content, true);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportNotApplicable);
    await importing.run.run(id);
    expect(await store.counted()).toBe(0);
  });

  it('can be applied by its owner only', async () => {
    const { id } = await store.imported(content, true);
    const admin = staff(newId(), 'admin');
    await expect(importing.apply.run(staff(newId()), id)).rejects.toThrow(ImportNotFound);
    await expect(importing.apply.run(admin, id)).rejects.toThrow(ImportNotOwn);
    expect((await importing.service.view(admin, id)).applicableUntil).toBeNull();
    expect(await requests(id)).toBe(0);
  });

  it('keeps its file for one week', async () => {
    const { id } = await store.imported(content, true);
    // Files of the last day are kept, according to the clock of the disk.
    await utimes(join(store.place.dataDir, 'imports', `${id}.csv`), 0, 0);
    store.clock.advance(7 * DAY_MS - 1);
    await importing.expiry.run(IMPORTS, store.clock.now());
    expect(await storedFiles()).toContain(`${id}.csv`);
    store.clock.advance(1);
    await importing.expiry.run(IMPORTS, store.clock.now());
    expect(await storedFiles()).not.toContain(`${id}.csv`);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportFileMissing);
  });
});

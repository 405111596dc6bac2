import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ImportAlreadyApplied,
  ImportFileGone,
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

describe('at the same time', () => {
  const rows = Array.from({ length: 600 }, (_, n) => `Fruits,Ware ${n},kg,1,1,1,`);
  const content = [HEADER, ...rows].join('\n');

  it('one import that is delivered several times is applied once', async () => {
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

  it('an import that died is begun anew, and what it had not committed is not there', async () => {
    const id = await importing.receive(owner.id, content);
    const learn = jest.spyOn(importing.search, 'learn').mockRejectedValueOnce(new Error('the power went'));
    await expect(importing.run.run(id)).rejects.toThrow('the power went');
    expect(learn).toHaveBeenCalledTimes(1);
    expect(await store.counted()).toBe(0);
    // So a process that is killed would leave it.
    await store.database.write(
      sql`UPDATE imports SET status = 'applying', lease_until = ${store.clock.now() + 1000} WHERE id = ${id}`,
    );
    await expect(importing.run.run(id)).rejects.toThrow(TaskInProgress);
    store.clock.advance(1001);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({ status: 'done', added: 600 });
    expect(await store.books()).toEqual([]);
  });

  it('an edit between validating and applying is seen, and then nothing is applied', async () => {
    await store.imported(content);
    const [ware] = await store.products();
    const again = rows.map((row) => row.replace(',1,1,1,', ',2,1,1,')).join('\n');
    const stale = `version,${HEADER}\n${again.replaceAll('Fruits', '1,Fruits')}`;
    const validate = importing.validation.run.bind(importing.validation);
    jest.spyOn(importing.validation, 'run').mockImplementationOnce(async (...given) => {
      const validated = await validate(...given);
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

  it('orders for what is imported go on, and no stock is lost', async () => {
    await store.imported(content);
    const [ware] = await store.products();
    const take = (): Promise<number> =>
      store.database.transaction(async (tx) => {
        await tx.execute(
          sql`UPDATE products SET quantity_available = quantity_available - 1 WHERE id = ${ware?.id}`,
        );
        return tx.execute(sql`
          INSERT INTO stock_movements (id, product_id, delta, reason, at) VALUES (${newId()}, ${ware?.id}, -1, 'waste', 1)`);
      });
    const [view] = await Promise.all([store.imported(content), ...Array.from({ length: 20 }, take)]);
    expect(view).toMatchObject({ status: 'done', deliveries: 600 });
    expect((await store.products())[0]?.quantity_available).toBe(2000 - 20);
    expect(await store.books()).toEqual([]);
  });
});

describe('an import', () => {
  it('is cancelled before anything is applied, and not after', async () => {
    const id = await importing.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    await expect(importing.cancel.run(staff(newId()), id)).rejects.toThrow(ImportNotFound);
    await importing.cancel.run(owner, id);
    await importing.run.run(id);
    expect((await importing.service.view(owner, id)).status).toBe('cancelled');
    expect(await store.counted()).toBe(0);
    await expect(importing.cancel.run(owner, id)).rejects.toThrow(ImportNotCancellable);
    expect(await readdir(join(store.place.dataDir, 'imports'))).toEqual([]);
  });

  it('that is cancelled while it is validated applies nothing', async () => {
    const id = await importing.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    const validate = importing.validation.run.bind(importing.validation);
    jest.spyOn(importing.validation, 'run').mockImplementationOnce(async (...given) => {
      await importing.cancel.run(owner, id);
      return validate(...given);
    });
    await importing.run.run(id);
    expect((await importing.service.view(owner, id)).status).toBe('cancelled');
    expect(await store.counted()).toBe(0);
  });

  it('fails plainly where its file is gone, and is forgotten after some months', async () => {
    const id = await importing.receive(owner.id, 'x');
    await importing.files.remove(id);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({
      status: 'failed',
      error: { code: 'imports.file-gone' },
    });
    store.clock.advance(91 * 24 * 3_600_000);
    await importing.expire.run();
    await expect(importing.service.view(owner, id)).rejects.toThrow(ImportNotFound);
  });
});

describe('an import that was checked', () => {
  const DAY = 24 * 3_600_000;
  const content = `${HEADER}\nFruits,Mango,kg,9000,0.5,10,`;
  const kept = (): Promise<string[]> => readdir(join(store.place.dataDir, 'imports'));
  const requests = async (id: string): Promise<number> =>
    (await store.database.read.rows(sql`SELECT id FROM outbox_events WHERE subject = ${`import:${id}`}`))
      .length;

  it('is applied as it was sent, once, however often that is asked for', async () => {
    const { id, applicableUntil } = await store.imported(content, true);
    expect(applicableUntil).toBe(new Date(store.clock.now() + 7 * DAY).toISOString());
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
    expect(await kept()).toEqual([]);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportAlreadyApplied);
    const entries = await store.database.read.rows<{ action: string; actor_id: string }>(
      sql`SELECT action, actor_id FROM audit_entries WHERE subject_id = ${id} ORDER BY id`,
    );
    expect(entries).toEqual([
      { action: 'imports.applied', actor_id: owner.id },
      { action: 'catalog.products-imported', actor_id: owner.id },
    ]);
  });

  it('is not applied where a row has become wrong since', async () => {
    await store.imported(content);
    const { id } = await store.imported('section,name,version,ratePerUnit\nFruits,Mango,1,1', true);
    await store.database.write(sql`UPDATE products SET version = 2`);
    await importing.apply.run(owner, id);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({ status: 'invalid', errorCount: 1 });
    expect((await store.products())[0]?.rate_per_unit).toBe(9000);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportNotApplicable);
  });

  it('with faults is not applied, and its file is gone', async () => {
    const { id, applicableUntil } = await store.imported(`${HEADER}\nNowhere,Mango,kg,1,1,,`, true);
    expect([applicableUntil, await kept()]).toEqual([null, []]);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportNotApplicable);
  });

  it('is not applied before the check is over', async () => {
    const id = await importing.receive(owner.id, content, true);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportNotApplicable);
    await importing.run.run(id);
    expect(await store.counted()).toBe(0);
  });

  it('is applied by its owner alone', async () => {
    const { id } = await store.imported(content, true);
    const chief = staff(newId(), 'admin');
    await expect(importing.apply.run(staff(newId()), id)).rejects.toThrow(ImportNotFound);
    await expect(importing.apply.run(chief, id)).rejects.toThrow(ImportNotOwn);
    expect((await importing.service.view(chief, id)).applicableUntil).toBeNull();
    expect(await requests(id)).toBe(0);
  });

  it('keeps its file for a week', async () => {
    const { id } = await store.imported(content, true);
    // Files of the last day are let alone, by the disk's clock.
    await utimes(join(store.place.dataDir, 'imports', `${id}.csv`), 0, 0);
    store.clock.advance(7 * DAY - 1);
    await importing.expire.run();
    expect(await kept()).toContain(`${id}.csv`);
    store.clock.advance(1);
    await importing.expire.run();
    expect(await kept()).not.toContain(`${id}.csv`);
    await expect(importing.apply.run(owner, id)).rejects.toThrow(ImportFileGone);
  });
});

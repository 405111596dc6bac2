import { text } from 'node:stream/consumers';
import { sql } from '../../src/platform/database/transaction.js';
import { createExportServices } from '../support/actions/exports.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

async function textsOf(name: string): Promise<unknown> {
  const row = await store.database.read.row<{ texts: string }>(
    sql`SELECT texts FROM products WHERE name = ${name}`,
  );
  return JSON.parse(row?.texts ?? 'null') as unknown;
}

it('reads names, descriptions and other names of each language', async () => {
  await store.importFile(
    [
      'section,name,unitType,price,name:hi,description:hi,otherNames:hi,name:en',
      'Fruits,Mango,kg,45,आम,"मीठे, पके।","aam; kairi",Ripe Mango',
      'Fruits,Apple,kg,90,,,,',
    ].join('\n'),
  );
  expect(await textsOf('Mango')).toEqual({
    en: { name: 'Ripe Mango' },
    hi: { name: 'आम', description: 'मीठे, पके।', otherNames: ['aam', 'kairi'] },
  });
  expect(await textsOf('Apple')).toEqual({});
});

it('keeps texts without a column, and clears those of a blank cell', async () => {
  await store.importFile('section,name,unitType,price,name:hi,description:hi\nFruits,Mango,kg,45,आम,मीठे।');
  await store.importFile('section,name,price\nFruits,Mango,46');
  expect(await textsOf('Mango')).toEqual({ hi: { name: 'आम', description: 'मीठे।' } });
  await store.importFile('section,name,description:hi\nFruits,Mango,');
  expect(await textsOf('Mango')).toEqual({ hi: { name: 'आम' } });
});

it.each([
  ['Name (Hindi)', 'Description (Hindi)'],
  ['Hindi name', 'Description in Hindi'],
  ['नाम (हिंदी)', 'हिन्दी में विवरण'],
  ['Bezeichnung (Hindi)', 'Beschreibung Hindi'],
])('guesses the headings %s and %s', async (name, description) => {
  const file = `section,name,unitType,price,${name},${description}\nFruits,Mango,kg,45,आम,मीठे।`;
  expect(await store.importFile(file)).toMatchObject({ status: 'done', added: 1 });
  expect(await textsOf('Mango')).toEqual({ hi: { name: 'आम', description: 'मीठे।' } });
});

it('points at the column of a text that is refused', async () => {
  const view = await store.importFile(
    `section,name,unitType,price,name:hi,otherNames:hi\nFruits,Mango,kg,45,${'न'.repeat(101)},\nFruits,Kiwi,kg,45,!?,${'क'.repeat(61)}`,
    { dryRun: true },
  );
  expect(view.status).toBe('invalid');
  const columns = (await store.errorsOf(view)).map(({ line, column }) => [line, column]);
  expect(columns).toEqual([
    [2, 'name:hi'],
    [3, 'otherNames:hi'],
  ]);
});

it('finds nothing to change in what the store has exported', async () => {
  await store.importFile(
    'section,name,unitType,price,name:hi,description:hi,otherNames:hi\nFruits,Mango,kg,45,आम,"पके, ""मीठे""","aam, kairi"\nFruits,Kiwi,kg,45,,,',
  );
  const { request, run, service } = createExportServices(store.database, store.location.dataDir, store.clock);
  const id = await request.run(store.owner, { kind: 'products' });
  await run.run(id);
  const exported = await text((await service.file(store.owner, id)).stream);
  expect(exported.split('\n')[0]).toContain('name:hi,description:hi,otherNames:hi');
  const view = await store.importFile(exported, { dryRun: true });
  expect(view).toMatchObject({ status: 'done', added: 0, updated: 0 });
});

import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

const HEADINGS =
  'id,section,name,sku,barcodes,unitType,price (INR),mrp (INR),netContent,brand,description,bestBefore,published,name:hi';
const ATTA = 'Fruits,Atta,GB-1,,pack,48,55,500 g,Nandi,Fine,2026-09-01,true,आटा';

/** Imports the flour, then checks a file with another row for it. Returns what that row would change. */
async function changesOf(row: (id: string) => string): Promise<object[]> {
  await store.importFile(`${HEADINGS}\n,${ATTA}`);
  const [product] = await store.products();
  const view = await store.importFile(`${HEADINGS}\n${row(product!.id)}`, { dryRun: true });
  expect(view).toMatchObject({ status: 'done', errorCount: 0 });
  return (await store.rowsOf(view)).map(({ changes }) => changes);
}

it('are shown with the old and the new value of each field', async () => {
  const row = `Dals & Pulses,Atta Gold,GB-2,4006381333931,pack,48,60,1 kg,,Fine,2026-10-01,false,सुनहरा आटा`;
  expect(await changesOf((id) => `${id},${row}`)).toEqual([
    [
      { field: 'section', before: 'Fruits', after: 'Dals & Pulses' },
      { field: 'name', before: 'Atta', after: 'Atta Gold' },
      { field: 'sku', before: 'GB-1', after: 'GB-2' },
      { field: 'brand', before: 'Nandi', after: null },
      { field: 'mrp', before: '₹55.00', after: '₹60.00' },
      { field: 'netContent', before: '500 g', after: '1000 g' },
      { field: 'bestBefore', before: '2026-09-01', after: '2026-10-01' },
      { field: 'published', before: 'true', after: 'false' },
      { field: 'name:hi', before: 'आटा', after: 'सुनहरा आटा' },
      { field: 'barcodes', before: null, after: '4006381333931' },
    ],
  ]);
});

it('are none beside the rate of a row that changes the rate alone', async () => {
  const cheaper = ATTA.replace(',48,', ',45,');
  expect(await changesOf((id) => `${id},${cheaper}`)).toEqual([[]]);
});

it('are not listed for a row that changes nothing', async () => {
  expect(await changesOf((id) => `${id},${ATTA}`)).toEqual([]);
});

it('are what a new product has beside its name, unit and rate', async () => {
  const besan = ATTA.replace('Atta,GB-1', 'Besan,').replace('true', 'false');
  expect(await changesOf(() => `,${besan}`)).toEqual([
    [
      { field: 'brand', before: null, after: 'Nandi' },
      { field: 'description', before: null, after: 'Fine' },
      { field: 'mrp', before: null, after: '₹55.00' },
      { field: 'netContent', before: null, after: '500 g' },
      { field: 'bestBefore', before: null, after: '2026-09-01' },
      { field: 'published', before: null, after: 'false' },
      { field: 'name:hi', before: null, after: 'आटा' },
    ],
  ]);
});

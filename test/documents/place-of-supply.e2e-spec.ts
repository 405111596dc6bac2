import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { documentOf, newCredit, type TestDocumentView } from '../factories/documents.js';
import { ADDRESS, fillCart, placeOrder, sendOut, type TestOrder } from '../factories/orders.js';
import { BUSINESS, currentSettings, setLegal, setTax } from '../factories/settings.js';
import { newTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { downloadPdf } from '../support/actions/documents.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

/** GST codes of Karnataka, where the store is, and of Maharashtra. */
const [HOME, BEYOND] = ['29', '27'];

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let soap: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  const { id: sectionId } = await newSection(server, admin);
  const { id: taxClassId } = await newTaxClass(server, admin);
  soap = await newProduct(server, manager, { sectionId, ratePerUnit: 11_800, taxClassId });
});
beforeEach(async () => {
  await setTax(server, admin, { scheme: 'unregistered' });
  await setLegal(server, admin);
  await setTax(server, admin);
});

async function ordered<Body = TestOrder>(state?: string): Promise<ApiResponse<Body>> {
  await fillCart(server, shopper, { [soap.id]: 1 });
  return placeOrder<Body>(server, shopper, undefined, {
    address: { ...ADDRESS, ...(state !== undefined && { state }) },
  });
}

/** Sends an order out and returns its document. */
async function documentAfter(orderId: string): Promise<TestDocumentView> {
  const { id } = await sendOut(server, manager, orderId);
  return documentOf(server, manager, id);
}

const documentSentTo = async (state?: string): Promise<TestDocumentView> =>
  documentAfter(bodyOf(await ordered(state), 201).id);

const taxesOf = ({ lines }: TestDocumentView): object => lines.map(({ taxes }) => taxes);

it('states IGST for a delivery to another state, and CGST and SGST for one within the state', async () => {
  const beyond = await documentSentTo(BEYOND);
  expect(taxesOf(beyond)).toMatchObject([
    [{ component: 'igst', percent: 18, taxable: 10_000, amount: 1_800 }],
  ]);
  const halves = [
    { component: 'cgst', taxable: 10_000, amount: 900 },
    { component: 'sgst', taxable: 10_000, amount: 900 },
  ];
  for (const state of [HOME, undefined]) expect(taxesOf(await documentSentTo(state))).toMatchObject([halves]);
});

it('knows the state of the store from its settings if there is no GSTIN', async () => {
  await setTax(server, admin, { scheme: 'unregistered' });
  await setLegal(server, admin, { ...BUSINESS, taxNumber: '' });
  await setTax(server, admin, { state: BEYOND });
  const { id } = bodyOf(await ordered(), 201);
  await setTax(server, admin, { scheme: 'unregistered' });
  await setLegal(server, admin);
  await setTax(server, admin, { state: HOME });
  // The place of an order is that of its day, the state of the store that of the day of issue.
  expect(taxesOf(await documentAfter(id))).toMatchObject([[{ component: 'igst' }]]);
});

it('prints the state and the place of supply, and credits the tax that was levied', async () => {
  const { id: orderId } = bodyOf(await ordered(BEYOND), 201);
  const document = await documentAfter(orderId);
  const path = `/admin/orders/${orderId}/documents`;
  const { lines } = await downloadPdf(server, manager, `${path}/${document.id}/file`);
  expect(lines).toEqual(
    expect.arrayContaining(['Bengaluru 560003, Maharashtra', 'Place of supply', '27-Maharashtra', 'IGST']),
  );
  const [line] = document.lines;
  const credit = { documentId: document.id, lineId: line?.id ?? '', amount: 5_900 };
  const credited = await newCredit(server, admin, credit);
  expect(taxesOf(credited)).toMatchObject([[{ component: 'igst', taxable: 5_000, amount: 900 }]]);
  const note = await downloadPdf(server, manager, `${path}/${credited.id}/file`);
  expect(note.lines).toEqual(expect.arrayContaining(['Credit note', '27-Maharashtra', 'IGST']));
});

it.each(['25', '99', 'Karnataka', '٢٥'])('refuses the state %j, and orders nothing', async (state) => {
  const { errors } = bodyOf(await ordered<Problem>(state), 422);
  expect(errors).toMatchObject([{ field: 'address.state', code: 'orders.no-state' }]);
  const cart = await server.client.as(shopper).get<{ items: object[] }>('/cart');
  expect(bodyOf(cart, 200).items).toHaveLength(1);
});

it('accepts any text as the state outside India, and levies the usual tax', async () => {
  await setTax(server, admin, { regime: 'vat' });
  const { id } = bodyOf(await ordered('Bayern'), 201);
  const { address } = bodyOf(
    await server.client.as(shopper).get<{ address: { state?: string } }>(`/orders/${id}`),
    200,
  );
  expect(address.state).toBe('Bayern');
  expect(taxesOf(await documentAfter(id))).toMatchObject([[{ component: 'vat', amount: 1_800 }]]);
});

it('refuses a state that is not that of the GSTIN, from either side, and one without the GST', async () => {
  const { legal, tax } = await currentSettings(server, admin);
  const put = (kind: string, body: object): Promise<ApiResponse<Problem>> =>
    server.client.as(admin).put<Problem>(`/admin/settings/${kind}`, body);
  const contradiction = (field: string): object => [{ field, code: 'settings.contradiction' }];
  for (const value of [
    { ...tax.value, state: BEYOND },
    { ...tax.value, regime: 'vat', state: HOME },
  ]) {
    const { errors } = bodyOf(await put('tax', { version: tax.version, value }), 422);
    expect(errors).toMatchObject(contradiction('value.state'));
  }
  await setLegal(server, admin, { ...legal.value, taxNumber: '' });
  await setTax(server, admin, { state: BEYOND });
  const { version } = (await currentSettings(server, admin)).legal;
  const { errors } = bodyOf(await put('legal', { version, value: BUSINESS }), 422);
  expect(errors).toMatchObject(contradiction('value.taxNumber'));
});

it('tells the shop in which state the store is', async () => {
  const stateOf = async (): Promise<unknown> =>
    bodyOf(await server.client.get<{ taxes: { state: unknown } }>('/store'), 200).taxes.state;
  expect(await stateOf()).toBe(HOME);
  await setTax(server, admin, { regime: 'vat' });
  expect(await stateOf()).toBeNull();
});

it('names the half of a union territory UTGST', async () => {
  await setTax(server, admin, { scheme: 'unregistered' });
  await setLegal(server, admin, { ...BUSINESS, taxNumber: '04AAGCB7383J1ZG' });
  await setTax(server, admin, { state: null });
  const { id } = bodyOf(await ordered('04'), 201);
  const document = await sendOut(server, manager, id);
  expect(await documentOf(server, manager, document.id)).toMatchObject({
    placeOfSupply: '04',
    lines: [{ taxes: [{ component: 'cgst' }, { component: 'sgst' }] }],
  });
  const { lines } = await downloadPdf(server, shopper, `/orders/${id}/documents/${document.id}/file`);
  expect(lines).toEqual(expect.arrayContaining(['CGST', 'UTGST', '04-Chandigarh']));
  expect(lines).not.toContain('SGST');
});

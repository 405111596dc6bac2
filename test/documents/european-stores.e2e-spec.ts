import { newProduct, newSection } from '../factories/catalog.js';
import { ADDRESS, fillCart, placeOrder, sendOut } from '../factories/orders.js';
import { currentSettings, setPricing, setTax } from '../factories/settings.js';
import { newTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { startServer, type Server } from '../support/servers/server.js';

/** A country, with a rate for food and one for all else. */
interface Country {
  readonly env: Readonly<Record<string, string>>;
  readonly taxNumber: string;
  readonly address: { line1: string; line2: string; city: string; postalCode: string };
  readonly food: { readonly name: string; readonly percent: number };
  readonly other: { readonly name: string; readonly percent: number };
  /** Lines of the invoice that state amounts, from the total on. */
  readonly printed: readonly string[];
}

const GERMANY: Country = {
  env: {
    STORE_NAME: 'Grüner Korb',
    STORE_CURRENCY: 'EUR',
    STORE_LOCALE: 'de-DE',
    STORE_TIME_ZONE: 'Europe/Berlin',
  },
  taxNumber: 'DE123456789',
  address: { line1: 'Marktstraße 12', line2: '', city: 'Freiburg', postalCode: '79098' },
  food: { name: 'Ermäßigt', percent: 7 },
  other: { name: 'Voll', percent: 19 },
  // Bread 2.14 at 7 %: 2.00 + 0.14; soap 1.19 at 19 %: 1.00 + 0.19; the delivery of 3.33 like them: 2.14 and 1.19 again.
  printed: ['6,66 €', '7 %', '4,00 €', '0,28 €', '19 %', '2,00 €', '0,38 €'],
};

const BRITAIN: Country = {
  env: {
    STORE_NAME: 'Green Basket',
    STORE_CURRENCY: 'GBP',
    STORE_LOCALE: 'en-GB',
    STORE_TIME_ZONE: 'Europe/London',
  },
  taxNumber: 'GB999999973',
  address: { line1: '12 Market Road', line2: '', city: 'Leeds', postalCode: 'LS1 4AP' },
  food: { name: 'Zero', percent: 0 },
  other: { name: 'Standard', percent: 20 },
  // Soap 1.19 at 20 %: 0.99 + 0.20; of the delivery of 3.33, 1.19 is taxed the same.
  printed: ['£6.66', '20 %', '£1.98', '£0.40'],
};

/** Sets up a store by its settings alone. Returns the IDs of the tax classes. */
async function setUp(
  server: Server,
  admin: TestUser,
  country: Country,
): Promise<{ food: string; other: string }> {
  const { food, other, taxNumber, address } = country;
  const from = '2020-01-01';
  const ids = {
    food: (
      await newTaxClass(server, admin, {
        name: food.name,
        rates: [{ validFrom: from, percent: food.percent }],
      })
    ).id,
    other: (
      await newTaxClass(server, admin, {
        name: other.name,
        rates: [{ validFrom: from, percent: other.percent }],
      })
    ).id,
  };
  const { legal } = await currentSettings(server, admin);
  const value = { name: 'Grocer Ltd', address, taxNumber, licence: '' };
  bodyOf(await server.client.as(admin).put('/admin/settings/legal', { version: legal.version, value }), 200);
  await setTax(server, admin, { regime: 'vat', defaultClassId: ids.other });
  await setPricing(server, admin, { deliveryFee: 333 });
  return ids;
}

it.each<[string, Country]>([
  ['German', GERMANY],
  ['British', BRITAIN],
])('sets up a %s store by settings alone, and prints its invoice', async (_, country) => {
  const server = await startServer({ env: country.env });
  const admin = await signInAdmin(server);
  const manager = await newManager(server);
  const ids = await setUp(server, admin, country);
  const { id: sectionId } = await newSection(server, admin);
  // Short names fit in one line.
  const bread = await newProduct(server, manager, {
    ...{ sectionId, name: 'Bread', ratePerUnit: 214, taxClassId: ids.food },
  });
  const soap = await newProduct(server, manager, { sectionId, name: 'Soap', ratePerUnit: 119 });
  const shopper = await newShopper(server);
  await fillCart(server, shopper, { [bread.id]: 1, [soap.id]: 1 });
  const { city, postalCode } = country.address;
  const address = { ...ADDRESS, city, postalCode };
  const order = bodyOf(await placeOrder(server, shopper, undefined, { address }), 201);

  const document = await sendOut(server, manager, order.id);
  const year = new Date().getFullYear();
  expect(document).toMatchObject({ kind: 'tax_invoice', number: `INV/${year}/000001`, total: 666 });
  const file = await fetch(`${server.url}/api/v1/orders/${order.id}/documents/${document.id}/file`, {
    headers: { authorization: `Bearer ${shopper.accessToken}` },
  });
  const lines = linesOf(readPdf(Buffer.from(await file.arrayBuffer())));
  expect(lines).toEqual(
    expect.arrayContaining(['Grocer Ltd', country.address.line1, `VAT no. ${country.taxNumber}`]),
  );
  expect(lines).toEqual(
    expect.arrayContaining(['Tax invoice', bread.name, soap.name, 'Delivery', ...country.printed]),
  );
  expect(lines.join(' ')).not.toMatch(/HSN|CGST|FSSAI/);
});

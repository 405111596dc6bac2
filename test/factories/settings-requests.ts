import type { ValidRequest } from '../support/attacks/valid-request.js';
import { withoutInput, type RequestFactory } from './request-factory.js';
import { currentSettings } from './settings.js';
import type { StoreFixture } from './store-fixture.js';
import { newTaxClass, taxClassBody } from './taxes.js';

async function ofLegal({ server, users }: StoreFixture): Promise<ValidRequest> {
  const { legal } = await currentSettings(server, users.admin);
  return { json: legal };
}

async function ofPricing({ server, users }: StoreFixture): Promise<ValidRequest> {
  const { version } = (await currentSettings(server, users.admin)).pricing;
  return { json: { version, value: { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 } } };
}

async function ofTax({ server, users }: StoreFixture): Promise<ValidRequest> {
  const { tax } = await currentSettings(server, users.admin);
  return { json: tax };
}

async function ofDocuments({ server, users }: StoreFixture): Promise<ValidRequest> {
  const { documents } = await currentSettings(server, users.admin);
  return { json: documents };
}

async function ofNewTaxClass({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: (await newTaxClass(server, users.admin)).id } };
}

/** Factories of a valid request for each operation on settings and taxes. */
export const SETTINGS_REQUESTS: Readonly<Record<string, RequestFactory>> = {
  getSettings: withoutInput,
  changeLegal: ofLegal,
  changePricing: ofPricing,
  changeTax: ofTax,
  changeDocuments: ofDocuments,

  listTaxClasses: withoutInput,
  getTaxClass: ofNewTaxClass,
  createTaxClass: () => ({ json: taxClassBody() }),
  changeTaxClass: async (fixture) => ({
    ...(await ofNewTaxClass(fixture)),
    json: { version: 1, name: 'Sugar' },
  }),
  setTaxRates: async (fixture) => ({
    ...(await ofNewTaxClass(fixture)),
    json: { version: 1, rates: [{ validFrom: '2026-01-01', percent: 5 }] },
  }),
  deleteTaxClass: async (fixture) => ({ ...(await ofNewTaxClass(fixture)), query: { version: 1 } }),
};

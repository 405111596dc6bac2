import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import type {
  MailData,
  MailKind,
  OrderMailData,
  Recipient,
} from '../../src/platform/mail/content/mail-kinds.js';
import type { MailMessage } from '../../src/platform/mail/mailer.js';
import { insertUser } from './rows.js';

const ORDER: OrderMailData = {
  id: '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f',
  number: '7K3M-92QX-4F',
  placedAt: Date.parse('2026-06-01T08:05:00Z'),
  lines: [
    {
      productName: 'Tomatoes',
      productNames: {},
      unitType: 'kg',
      ratePerUnit: 5000,
      quantity: 1250,
      price: 6250,
    },
    {
      productName: 'Basmati rice, aged two years',
      productNames: {},
      unitType: 'kg',
      ratePerUnit: 18_050,
      quantity: 5000,
      price: 90_250,
    },
    {
      productName: 'Coriander',
      productNames: {},
      unitType: 'bunch',
      ratePerUnit: 1500,
      quantity: 2000,
      price: 3000,
    },
    {
      productName: 'Eggs',
      productNames: {},
      unitType: 'dozen',
      ratePerUnit: 8400,
      quantity: 1000,
      price: 8400,
    },
  ],
  charges: [{ kind: 'delivery', amount: 3000 }],
  discounts: [{ label: 'Sorry for the delay', amount: 2500 }],
  total: 108_400,
  currency: 'INR',
  address: ['Asha Rao', '14, 3rd Cross, Malleshwaram', 'Bengaluru 560003', '+91 98450 12345'],
  note: 'Please ring twice.',
};

/** Token of the sample mails, as long as a real one. */
export const SAMPLE_TOKEN =
  '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';

/** Sample data of each kind of mail. */
export const SAMPLES: { readonly [Kind in MailKind]: MailData[Kind] } = {
  'order-confirmation': ORDER,
  'order-status': { ...ORDER, status: 'out_for_delivery', hasDocument: true },
  'order-cancelled': { ...ORDER, reason: 'The tomatoes were sold out before we packed.' },
  'credit-note': {
    orderId: ORDER.id,
    orderNumber: ORDER.number,
    number: 'CN/26-27/000004',
    credited: 'INV/26-27/000123',
    total: 4_500,
    currency: 'INR',
    reason: 'Two packs were damaged.',
  },
  'account-pending': { username: 'ravi', displayName: 'Ravi Menon', email: 'ravi@example.com' },
  'account-approved': { username: 'ravi' },
  'section-request-decided': {
    requestType: 'create',
    sectionName: 'Millets',
    decision: 'rejected',
    note: 'They fit into Rice and grains.',
  },
  'password-reset': { token: SAMPLE_TOKEN, minutes: 30 },
  invitation: { token: SAMPLE_TOKEN, days: 14 },
  'email-confirmation': { token: SAMPLE_TOKEN, isChange: true, hours: 24 },
  'security-notice': {
    change: 'new-device',
    at: Date.parse('2026-06-01T08:05:00Z'),
    email: 'asha.rao@example.com',
    role: 'store_manager',
    device: 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    mayReset: true,
  },
  'daily-reminder': { cartItems: 3 },
  'monthly-report': {
    month: '2026-05',
    orders: 6,
    spent: 438_050,
    charges: 9_000,
    discounts: 5_000,
    sections: [
      { name: 'Vegetables', spent: 182_000 },
      { name: 'Dairy and eggs', spent: 156_050 },
      { name: 'Rice and grains', spent: 100_000 },
    ],
    favourites: [
      { name: 'Tomatoes', unitType: 'kg', quantity: 7500, spent: 37_500 },
      { name: 'Toned milk', unitType: 'l', quantity: 12_000, spent: 64_800 },
    ],
  },
  'store-report': {
    month: '2026-05',
    orders: 1284,
    cancelled: 17,
    sales: 98_765_432,
    charges: 1_230_000,
    discounts: 45_000,
    averageOrder: 76_920,
    bestSold: [
      { name: 'Tomatoes', unitType: 'kg', quantity: 912_250, spent: 4_561_250 },
      { name: 'Toned milk', unitType: 'l', quantity: 1_204_000, spent: 6_501_600 },
      { name: 'Bananas', unitType: null, quantity: null, spent: 310_050 },
    ],
    neverSold: { names: ['Quinoa', 'Rye flakes', 'Wasabi peas'], count: 12 },
    engagement: { active: 412, joined: 38, dormant: 96 },
    stock: { value: 512_345_678, low: 9, soldOut: 3 },
  },
  'low-stock': {
    hour: Date.parse('2026-06-01T07:30:00Z'),
    hourEnd: Date.parse('2026-06-01T08:30:00Z'),
    products: [
      {
        name: 'Tomatoes',
        unitType: 'kg',
        available: 4250,
        promised: 0,
        threshold: 10_000,
        isRestocked: false,
      },
      {
        name: 'Basmati rice, aged two years',
        unitType: 'kg',
        available: 0,
        promised: 1250,
        threshold: 25_000,
        isRestocked: false,
      },
      {
        name: 'Coriander',
        unitType: 'bunch',
        available: 60_000,
        promised: 3000,
        threshold: 20_000,
        isRestocked: true,
      },
    ],
  },
};

/** Every kind of mail. */
export const MAIL_KINDS = Object.keys(SAMPLES) as MailKind[];

let addresses = 0;

/** Creates a recipient with a unique address, so that a test finds its own mails. */
export async function newRecipient(
  database: Database,
  overrides: Partial<Recipient> = {},
): Promise<Recipient> {
  addresses += 1;
  const address = `recipient-${addresses}@example.com`;
  const userId = await insertUser(database, { email: address });
  return { userId, address, name: 'Asha Rao', locale: 'en-IN', ...overrides };
}

/** Returns a mail of a kind, filled with its sample data. */
export function mailTo(to: Recipient, kind: MailKind = 'account-approved', key = newId()): MailMessage {
  return { key, kind, to, data: SAMPLES[kind] } as MailMessage;
}

import type { Address } from '../../orders/orders.dto.js';
import type { Role } from '../../platform/access/roles.js';
import { DAY_MS, HOUR_MS } from '../../platform/common/durations.js';

export interface DemoUser {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Delivery address of a shopper. */
  readonly address?: Address;
}

/** Shoppers who are there when the store opens. */
const FIRST_SHOPPERS = 6;
/** Age of the account that awaits approval. */
const PENDING_FOR_MS = 20 * HOUR_MS;

type AddressLine = readonly [line1: string, postalCode: string];

const STREETS: readonly AddressLine[] = [
  ['14, Temple Street, Malleswaram', '560003'],
  ['Flat 302, Lake View Apartments, Ulsoor', '560008'],
  ['7, 3rd Cross, Jayanagar 4th Block', '560011'],
  ['221, 80 Feet Road, Indiranagar', '560038'],
  ['No. 9, Gandhi Bazaar Main Road', '560004'],
  ['B-12, Silver Oak Residency, Whitefield', '560066'],
];

const SHOPPERS = [
  ['asha', 'Asha Rao'],
  ['vikram', 'Vikram Shetty'],
  ['meera', 'Meera Nair'],
  ['arjun', 'Arjun Menon'],
  ['fatima', 'Fatima Sheikh'],
  ['rohan', 'Rohan Kulkarni'],
  ['lakshmi', 'Lakshmi Iyer'],
  ['daniel', 'Daniel D’Souza'],
  ['kavya', 'Kavya Reddy'],
  ['imran', 'Imran Ali'],
  ['sunita', 'Sunita Patil'],
  ['gurpreet', 'Gurpreet Singh'],
  ['ananya', 'Ananya Bose'],
  ['thomas', 'Thomas Kurien'],
  ['priya', 'Priya Raman'],
  ['dev', 'Dev Malhotra'],
  ['nandini', 'Nandini Gowda'],
  ['joseph', 'Joseph Mathew'],
] as const;

/** All accounts of the demo store except the first admin. */
export const DEMO_USERS: readonly DemoUser[] = [
  { username: 'owner', displayName: 'Padma Venkat', role: 'admin' },
  ...SHOPPERS.map(([username, displayName], i) => ({
    username,
    displayName,
    role: 'user' as const,
    address: addressOf(displayName, i),
  })),
  { username: 'manager', displayName: 'Ramesh Hegde', role: 'store_manager' },
  { username: 'manager2', displayName: 'Sarita Joshi', role: 'store_manager' },
  { username: 'new-manager', displayName: 'Kiran Desai', role: 'store_manager' },
];

/** Store manager whose account is still pending. */
export const PENDING_MANAGER = 'new-manager';

/**
 * Returns when a person of the demo registers: staff when the store begins, some shoppers in its first hours, the others
 * every few days, and the manager who awaits approval yesterday.
 *
 * @param begin of the store, in milliseconds since 1970
 * @param now end of its past, in milliseconds since 1970
 */
export function registrationOf(username: string, begin: number, now: number): number {
  if (username === PENDING_MANAGER) return now - PENDING_FOR_MS;
  const place = SHOPPERS.findIndex(([shopper]) => shopper === username);
  if (place < 0) return begin;
  if (place < FIRST_SHOPPERS) return begin + (place + 1) * HOUR_MS;
  const rest = SHOPPERS.length - FIRST_SHOPPERS;
  return begin + Math.floor(((place - FIRST_SHOPPERS + 1) / (rest + 1)) * (now - begin - DAY_MS));
}

function addressOf(name: string, i: number): Address {
  const [line1, postalCode] = STREETS[i % STREETS.length] ?? ['1, Main Road', '560001'];
  return { name, phone: `+91 98450 ${10_000 + i * 137}`, line1, city: 'Bengaluru', postalCode };
}

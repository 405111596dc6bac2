import type { Address } from '../orders/orders.dto.js';
import type { Role } from '../platform/access/roles.js';

export interface DemoUser {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Delivery address of a shopper. */
  readonly address?: Address;
}

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
  ...SHOPPERS.map(([username, displayName], i) => ({
    username,
    displayName,
    role: 'user' as const,
    address: addressOf(displayName, i),
  })),
  { username: 'manager', displayName: 'Ramesh Hegde', role: 'store_manager' },
  { username: 'manager2', displayName: 'Sarita Joshi', role: 'store_manager' },
  { username: 'new-manager', displayName: 'Kiran Desai', role: 'store_manager' },
  { username: 'owner', displayName: 'Padma Venkat', role: 'admin' },
];

/** Store manager whose account is still pending. */
export const PENDING_MANAGER = 'new-manager';

function addressOf(name: string, i: number): Address {
  const [line1, postalCode] = STREETS[i % STREETS.length] ?? ['1, Main Road', '560001'];
  return { name, phone: `+91 98450 ${10_000 + i * 137}`, line1, city: 'Bengaluru', postalCode };
}

import type { Language } from '../../config/languages.js';

/** Recipient of a mail. */
export interface Recipient {
  /** Null for an address without an account. */
  readonly userId: string | null;
  readonly address: string;
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
}

export type NamesByLanguage = Readonly<Partial<Record<Language, string>>>;

/** A line of an order. Money in minor units, the quantity in thousandths of the unit. */
export interface MailOrderLine {
  readonly productName: string;
  readonly productNames: NamesByLanguage;
  readonly unitType: string;
  readonly ratePerUnit: number;
  readonly quantity: number;
  readonly price: number;
}

/** An order as its mails show it. */
export interface OrderMailData {
  readonly id: string;
  readonly number: string;
  readonly placedAt: number;
  readonly lines: readonly MailOrderLine[];
  /** What the order costs besides its goods, in minor units. */
  readonly charges: readonly { readonly kind: 'delivery' | 'packing'; readonly amount: number }[];
  /** What the order costs less, in minor units. The prices of the lines contain their own discounts. */
  readonly discounts: readonly { readonly label: string; readonly amount: number }[];
  /** Minor units. */
  readonly total: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Address lines, top to bottom. */
  readonly address: readonly string[];
  readonly note: string | null;
}

/** Purchases of a product: money in minor units, the quantity in thousandths of the unit. */
export interface MailPurchases {
  readonly name: string;
  readonly unitType: string;
  readonly quantity: number;
  readonly spent: number;
}

/** Sales of a product to all shoppers. */
export interface MailSales extends Omit<MailPurchases, 'unitType' | 'quantity'> {
  /** Null, like the quantity, if it was sold by several units. */
  readonly unitType: string | null;
  readonly quantity: number | null;
}

/** Monthly report of a shopper. Money in minor units. */
export interface ShopperReport {
  /** YYYY-MM. */
  readonly month: string;
  readonly orders: number;
  readonly spent: number;
  /** Part of it that was charged besides the goods. */
  readonly charges: number;
  /** Amount by which discounts have reduced it. */
  readonly discounts: number;
  /** Highest spending first. */
  readonly sections: readonly { readonly name: string; readonly spent: number }[];
  /** Most frequently bought products first. */
  readonly favourites: readonly MailPurchases[];
}

/** Monthly report of the store, for admins. Money in minor units. */
export interface StoreReport {
  /** YYYY-MM. */
  readonly month: string;
  readonly orders: number;
  readonly cancelled: number;
  readonly sales: number;
  /** Part of the sales that was charged besides the goods. */
  readonly charges: number;
  /** Amount by which discounts have reduced the sales. */
  readonly discounts: number;
  /** 0 if there are no orders. */
  readonly averageOrder: number;
  /** Best-selling first. */
  readonly bestSold: readonly MailSales[];
  /** Products on sale that were not bought: some of their names, and their total number. */
  readonly neverSold: { readonly names: readonly string[]; readonly count: number };
  readonly engagement: { readonly active: number; readonly joined: number; readonly dormant: number };
  /** Stock on sale valued at its price, and the number of products that are low or sold out. */
  readonly stock: { readonly value: number; readonly low: number; readonly soldOut: number };
}

/** A product that fell below its threshold. Quantities in thousandths of the unit. */
export interface LowProduct {
  readonly name: string;
  readonly unitType: string;
  readonly available: number;
  /** What is promised to orders that have not left the store, and not part of what is available. */
  readonly promised: number;
  readonly threshold: number;
  /** True if it is at its threshold or above it again. */
  readonly isRestocked: boolean;
}

/** A change of the security of an account, for its owner. */
export interface SecurityNotice {
  readonly change:
    | 'password-changed'
    | 'password-reset'
    | 'password-reset-by-operator'
    | 'email-change-requested'
    | 'email-changed'
    | 'role-changed'
    | 'suspended'
    | 'restored'
    | 'sessions-ended'
    | 'new-device';
  /** Time of the change. */
  readonly at: number;
  /** The new address, of a change of it. */
  readonly email: string | null;
  /** The new role, of a change of it. */
  readonly role: string | null;
  /** User agent of a new device. */
  readonly device: string | null;
  /** True if a new password would keep a stranger out. */
  readonly mayReset: boolean;
}

/** Template data for each kind of mail. */
export interface MailData {
  'order-confirmation': OrderMailData;
  'order-status': OrderMailData & {
    readonly status: 'packed' | 'out_for_delivery' | 'delivered';
    /** True if the document of the sale is attached. */
    readonly hasDocument: boolean;
  };
  'order-cancelled': OrderMailData & { readonly reason: string | null };
  'credit-note': {
    readonly orderId: string;
    readonly orderNumber: string;
    /** Of the credit note, and of the document that it credits. */
    readonly number: string;
    readonly credited: string;
    /** Minor units. */
    readonly total: number;
    /** ISO 4217. */
    readonly currency: string;
    readonly reason: string;
  };
  'account-pending': { readonly username: string; readonly displayName: string; readonly email: string };
  'account-approved': { readonly username: string };
  'section-request-decided': {
    readonly requestType: 'create' | 'rename' | 'delete';
    readonly sectionName: string;
    readonly decision: 'approved' | 'rejected';
    readonly note: string | null;
  };
  /** The token grants access to the account: it must not be logged or stored in a table. */
  'password-reset': { readonly token: string; readonly minutes: number };
  /** Sets the first password of a customer that the store knows. The token must not be logged or stored in a table. */
  invitation: { readonly token: string; readonly days: number };
  /** Confirms the address that receives it. The token must not be logged or stored in a table. */
  'email-confirmation': { readonly token: string; readonly isChange: boolean; readonly hours: number };
  'security-notice': SecurityNotice;
  'daily-reminder': { readonly cartItems: number };
  'monthly-report': ShopperReport;
  'store-report': StoreReport;
  /** Products that fell below their threshold between two instants. */
  'low-stock': { readonly hour: number; readonly hourEnd: number; readonly products: readonly LowProduct[] };
}

export type MailKind = keyof MailData;

/** All kinds of messages in the mails table. The last one is not a mail but a chat reminder. */
export const DELIVERY_KINDS = [
  'order-confirmation',
  'order-status',
  'order-cancelled',
  'credit-note',
  'account-pending',
  'account-approved',
  'section-request-decided',
  'password-reset',
  'invitation',
  'email-confirmation',
  'security-notice',
  'daily-reminder',
  'monthly-report',
  'store-report',
  'low-stock',
  'daily-reminder-chat',
] as const satisfies readonly (MailKind | 'daily-reminder-chat')[];

export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** Lists that a recipient can unsubscribe from with one click. */
export const MAILING_LISTS = ['daily-reminder', 'monthly-report'] as const;

export type MailingList = (typeof MAILING_LISTS)[number];

const LIST_BY_KIND: Readonly<Partial<Record<MailKind, MailingList>>> = {
  'daily-reminder': 'daily-reminder',
  'monthly-report': 'monthly-report',
  'store-report': 'monthly-report',
};

/** Returns the mailing list of a kind of mail; undefined for transactional mail, which is always sent. */
export function mailingListOf(kind: MailKind): MailingList | undefined {
  return LIST_BY_KIND[kind];
}

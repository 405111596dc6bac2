/** Someone who is written to. */
export interface Recipient {
  /** Null for an address that is nobody's account. */
  readonly userId: string | null;
  readonly address: string;
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
}

/** A line of an order. Money in minor units, the quantity in thousandths of the unit. */
export interface MailOrderLine {
  readonly productName: string;
  readonly unitType: string;
  readonly ratePerUnit: number;
  readonly quantity: number;
  readonly price: number;
}

/** An order as its mails tell of it. */
export interface OrderMailData {
  readonly id: string;
  readonly number: string;
  readonly placedAt: number;
  readonly lines: readonly MailOrderLine[];
  /** Minor units. */
  readonly total: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Its lines, top to bottom. */
  readonly address: readonly string[];
  readonly note: string | null;
}

/** How much of something was bought: money in minor units, the quantity in thousandths of the unit. */
export interface MailBought {
  readonly name: string;
  readonly unitType: string;
  readonly quantity: number;
  readonly spent: number;
}

/** How much of something was sold to everybody. */
export interface MailSold extends Omit<MailBought, 'unitType' | 'quantity'> {
  /** Null, as the quantity, where it was sold by several units. */
  readonly unitType: string | null;
  readonly quantity: number | null;
}

/** A shopper's month. Money in minor units. */
export interface ShopperReport {
  /** YYYY-MM. */
  readonly month: string;
  readonly orders: number;
  readonly spent: number;
  /** Most spent first. */
  readonly sections: readonly { readonly name: string; readonly spent: number }[];
  /** What was bought most often, most often first. */
  readonly favourites: readonly MailBought[];
}

/** The store's month, for admins. Money in minor units. */
export interface StoreReport {
  /** YYYY-MM. */
  readonly month: string;
  readonly orders: number;
  readonly cancelled: number;
  readonly sales: number;
  /** 0 without an order. */
  readonly averageOrder: number;
  /** Best first. */
  readonly bestSold: readonly MailSold[];
  /** Names of products on sale that nobody bought: some of them, and how many there are. */
  readonly neverSold: { readonly names: readonly string[]; readonly count: number };
  readonly engagement: { readonly active: number; readonly joined: number; readonly dormant: number };
  /** What is on the shelves at its price, and how many products are low or sold out. */
  readonly stock: { readonly value: number; readonly low: number; readonly soldOut: number };
}

/** A product that fell below its threshold. Quantities in thousandths of the unit. */
export interface LowProduct {
  readonly name: string;
  readonly unitType: string;
  readonly available: number;
  readonly threshold: number;
  /** Whether it is at its threshold or above it again. */
  readonly isRestocked: boolean;
}

/** Every kind of mail, with what its template needs. */
export interface MailData {
  'order-confirmation': OrderMailData;
  'order-status': OrderMailData & { readonly status: 'packed' | 'out_for_delivery' | 'delivered' };
  'order-cancelled': OrderMailData & { readonly reason: string | null };
  'account-pending': { readonly username: string; readonly displayName: string; readonly email: string };
  'account-approved': { readonly username: string };
  'section-request-decided': {
    readonly requestType: 'create' | 'rename' | 'delete';
    readonly sectionName: string;
    readonly decision: 'approved' | 'rejected';
    readonly note: string | null;
  };
  /** The token opens the account: it is in no log and in no table. */
  'password-reset': { readonly token: string; readonly minutes: number };
  'daily-reminder': { readonly cartItems: number };
  'monthly-report': ShopperReport;
  'store-report': StoreReport;
  /** What fell from one instant to another. */
  'low-stock': { readonly hour: number; readonly hourEnd: number; readonly products: readonly LowProduct[] };
}

export type MailKind = keyof MailData;

/** Every kind of message that the table of mails knows. The last one is none: a reminder in a chat. */
export const DELIVERY_KINDS = [
  'order-confirmation',
  'order-status',
  'order-cancelled',
  'account-pending',
  'account-approved',
  'section-request-decided',
  'password-reset',
  'daily-reminder',
  'monthly-report',
  'store-report',
  'low-stock',
  'daily-reminder-chat',
] as const satisfies readonly (MailKind | 'daily-reminder-chat')[];

export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** What one can have oneself taken off by a click. */
export const MAILING_LISTS = ['daily-reminder', 'monthly-report'] as const;

export type MailingList = (typeof MAILING_LISTS)[number];

const LIST_OF: Readonly<Partial<Record<MailKind, MailingList>>> = {
  'daily-reminder': 'daily-reminder',
  'monthly-report': 'monthly-report',
  'store-report': 'monthly-report',
};

/** The list by which a kind of mail comes; undefined for what is part of doing business and always comes. */
export function mailingListOf(kind: MailKind): MailingList | undefined {
  return LIST_OF[kind];
}

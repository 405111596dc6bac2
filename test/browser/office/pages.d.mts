/** IDs of data that the store must have. */
export interface OfficeFixtures {
  /** An order that is not out for delivery yet. */
  readonly order: string;
  /** An order that has left the store. */
  readonly sentOrder: string;
  /** Its document. */
  readonly document: string;
  readonly product: string;
  /** A pending section request. */
  readonly request: string;
  /** A shopper with an order. */
  readonly user: string;
  /** An import with invalid rows. */
  readonly faultyImport: string;
  /** The draft of a receiving sheet with a line. */
  readonly sheet: string;
  /** The draft of a count sheet. */
  readonly countSheet: string;
  /** An import that has added customers. */
  readonly customerImport: string;
  /** An import that has added a past order. */
  readonly orderImport: string;
  /** The past order. */
  readonly pastOrder: string;
  /** A customer without a password. */
  readonly invitable: string;
  /** A sent mail. */
  readonly mail: string;
}

export interface OfficePage {
  /** Prefix of its screenshots. */
  readonly name: string;
  /** Path in the router. */
  readonly route: string;
  readonly visitor: 'admin' | 'manager' | 'guest';
  readonly path: (fixtures: OfficeFixtures) => string;
}

/** Every page of the back office and its path. */
export const OFFICE_PAGES: readonly OfficePage[];

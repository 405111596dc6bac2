/** What there has to be in the store: ids. */
export interface OfficeThings {
  /** One that is not on its way yet. */
  readonly order: string;
  readonly product: string;
  /** One that waits for a decision. */
  readonly request: string;
  /** A shopper who has ordered. */
  readonly user: string;
  /** An import with rows that are wrong. */
  readonly faultyImport: string;
  /** A mail that was sent. */
  readonly mail: string;
}

export interface OfficePage {
  /** What its pictures are called by. */
  readonly name: string;
  /** As the router has it. */
  readonly route: string;
  readonly who: 'admin' | 'manager' | 'guest';
  readonly address: (things: OfficeThings) => string;
}

/** Every page of the back office, and how to come to it. */
export const OFFICE_PAGES: readonly OfficePage[];

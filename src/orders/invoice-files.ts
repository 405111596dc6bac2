/** A file on this machine, and what to call it. */
export interface InvoiceFile {
  readonly path: string;
  readonly filename: string;
}

/** Where the invoices of orders come from. */
export abstract class InvoiceFiles {
  /** The invoice of an order, made where it is not there yet. */
  abstract ensure(orderId: string): Promise<InvoiceFile>;
}

import { defineErrors } from '../platform/common/errors/define-errors.js';

/** What keeps a tax class from being deleted. */
export interface ClassUse {
  /** Products that have it. */
  readonly products: number;
  /** True if lines of orders or documents have it. */
  readonly isOrdered: boolean;
  /** True if the tax settings name it. */
  readonly isInSettings: boolean;
}

export const taxErrors = defineErrors('tax', {
  'class-not-found': {
    kind: 'not-found',
    title: 'No such tax class',
    detail: 'There is no such tax class.',
  },
  'code-taken': {
    kind: 'conflict',
    title: 'Another tax class has the code',
    detail: ({ code }: { code: string }) => `There is a tax class with the code ${code} already.`,
    extensions: () => ({
      errors: [{ field: 'code', code: 'tax.code-taken', message: 'Another tax class has this code.' }],
    }),
  },
  'too-many-classes': {
    kind: 'conflict',
    title: 'The store has too many tax classes',
    detail: ({ max }: { max: number }) => `A store can have ${max} tax classes at most.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
  /** Documents state the rates of the class: those that have begun do not change. */
  'rate-in-use': {
    kind: 'rule',
    title: 'Invoices state these rates',
    detail: ({ today }: { today: string }) =>
      `Documents were issued with rates of this class. Rates that have begun by ${today} do not change; add one that begins later.`,
    extensions: ({ today }: { today: string }) => ({ today }),
  },
  'class-in-use': {
    kind: 'conflict',
    title: 'The tax class is in use',
    detail: 'Products, orders or the tax settings have this class. It cannot be deleted.',
    extensions: ({ products, isOrdered, isInSettings }: ClassUse) => ({ products, isOrdered, isInSettings }),
  },
});

import { defineErrors } from '../platform/common/errors/define-errors.js';

export const cartErrors = defineErrors('cart', {
  'too-large': {
    kind: 'rule',
    title: 'The cart is full',
    detail: ({ maxLines }: { maxLines: number }) => `A cart holds ${maxLines} different products at most.`,
    extensions: ({ maxLines }: { maxLines: number }) => ({ maxLines }),
  },
});

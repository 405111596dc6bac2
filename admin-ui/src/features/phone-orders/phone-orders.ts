import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { useIntervalFn } from '@vueuse/core';
import { ApiProblem } from 'ui-common/api/api-problem';
import { api, responseBody, type Schema } from 'ui-common/api/client';
import { newId } from 'ui-common/browser/plain-http';
import { SECOND_MS } from 'ui-common/dates/durations';
import { bodyOf, linesOf, type DraftLine, type OrderDraft } from './order-draft';

export type QuotedLine = Schema<'CartItemView'>;

/** Results of a search; the person on the telephone narrows them down. */
const MAX_RESULTS = 8;
/** Shorter texts match almost everything. */
const MIN_QUERY_LENGTH = 2;
/** Others sell and change rates meanwhile. */
const QUOTE_INTERVAL_MS = 15 * SECOND_MS;

/** Finds customers by telephone number, name, street or e-mail address. */
export function useCustomerSearch(typed: () => string) {
  return useQuery({
    key: () => ['phone-orders', 'customers', typed()],
    query: () =>
      responseBody(
        api.GET('/api/v1/admin/customers', { params: { query: { q: typed(), pageSize: MAX_RESULTS } } }),
      ),
    enabled: () => typed().length >= MIN_QUERY_LENGTH,
    placeholderData: (previous) => previous,
  });
}

/** Finds products as the shop does, in the words of the kitchen. */
export function useProductSearch(typed: () => string) {
  return useQuery({
    key: () => ['phone-orders', 'products', typed()],
    query: () =>
      responseBody(api.GET('/api/v1/products', { params: { query: { q: typed(), limit: MAX_RESULTS } } })),
    enabled: () => typed().length >= MIN_QUERY_LENGTH,
    placeholderData: (previous) => previous,
  });
}

/** Queries what a customer orders most. */
export function useUsualProducts(customerId: () => string) {
  return useQuery({
    key: () => ['phone-orders', 'usual-products', customerId()],
    query: () =>
      responseBody(
        api.GET('/api/v1/admin/customers/{id}/frequent-products', {
          params: { path: { id: customerId() } },
        }),
      ),
    enabled: () => customerId() !== '',
  });
}

/** Queries current rates, stock, prices and total of the lines, again every few seconds. */
export function useQuote(lines: () => readonly DraftLine[]) {
  const quote = useQuery({
    key: () => [
      'phone-orders',
      'quote',
      ...lines().map(({ productId, quantity, unitType }) => `${productId} ${quantity} ${unitType}`),
    ],
    query: () => responseBody(api.POST('/api/v1/admin/orders/quote', { body: { lines: linesOf(lines()) } })),
    enabled: () => lines().length > 0,
    placeholderData: (previous) => previous,
    staleTime: 0,
  });
  useIntervalFn(() => {
    if (lines().length > 0 && !document.hidden) void quote.refetch();
  }, QUOTE_INTERVAL_MS);
  return quote;
}

/** Returns a function that places the order of a draft. @throws ApiProblem */
export function usePlaceOrder() {
  const cache = useQueryCache();
  const { mutateAsync } = useMutation({
    mutation: ({ draft, total }: { draft: OrderDraft; total: number }) => placeOrder(draft, total),
    onSuccess: (order) => {
      cache.setQueryData(['orders', 'one', order.id], order);
      for (const key of [['orders'], ['dashboard'], ['customers'], ['phone-orders']])
        void cache.invalidateQueries({ key });
    },
  });
  return mutateAsync;
}

async function placeOrder(draft: OrderDraft, total: number): Promise<Schema<'AdminOrderView'>> {
  const body = bodyOf(draft, total);
  const content = JSON.stringify(body);
  const key = draft.attempt?.content === content ? draft.attempt.key : newId();
  draft.attempt = { key, content };
  try {
    const params = { header: { 'Idempotency-Key': key } };
    return await responseBody(api.POST('/api/v1/admin/orders', { params, body }));
  } catch (problem) {
    throw problem instanceof ApiProblem ? withPlainFields(problem) : problem;
  }
}

/** Names the fields of a problem as the draft does: `phone` for `address.phone`. */
function withPlainFields({ status, code, message, requestId, errors, parameters, retryAfter }: ApiProblem) {
  const plain = errors.map((error) => ({
    ...error,
    field: error.field.replace(/^(?:address|newCustomer)[.]|[.].*$/, ''),
  }));
  const details = { ...parameters, status, code, detail: message, errors: plain };
  return new ApiProblem(requestId === undefined ? details : { ...details, requestId }, retryAfter);
}

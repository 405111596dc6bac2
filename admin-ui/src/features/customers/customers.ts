import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { orNullIfNotFound } from '../../common/or-null';

export type Customer = Schema<'CustomerView'>;
export type CustomerNote = Schema<'CustomerNoteView'>;

const KEY = 'customers';

/** Queries a customer; null if there is none with the ID. Nothing is asked without one. */
export function useCustomer(id: () => string) {
  return useQuery({
    key: () => [KEY, 'one', id()],
    query: () =>
      orNullIfNotFound(
        responseBody(api.GET('/api/v1/admin/customers/{id}', { params: { path: { id: id() } } })),
      ),
    enabled: () => id() !== '',
  });
}

/** Queries a customer's orders, those in progress first. */
export function useCustomerOrders(id: () => string, pageSize: number) {
  return useQuery({
    // Under the key of the orders, so that a changed order refreshes the list.
    key: () => ['orders', 'of-customer', id()],
    query: () =>
      responseBody(
        api.GET('/api/v1/admin/customers/{id}/orders', {
          params: { path: { id: id() }, query: { pageSize } },
        }),
      ),
  });
}

/** Returns functions that add and remove notes about a customer. @throws ApiProblem */
export function useCustomerNotes(id: () => string) {
  const cache = useQueryCache();
  const refresh = () => cache.invalidateQueries({ key: [KEY, 'one', id()] });
  const { mutateAsync: add } = useMutation({
    mutation: (text: string) =>
      responseBody(
        api.POST('/api/v1/admin/customers/{id}/notes', { params: { path: { id: id() } }, body: { text } }),
      ),
    onSettled: refresh,
  });
  const { mutateAsync: remove } = useMutation({
    mutation: (noteId: string) =>
      responseBody(
        api.DELETE('/api/v1/admin/customers/{id}/notes/{noteId}', { params: { path: { id: id(), noteId } } }),
      ),
    onSettled: refresh,
  });
  return { add, remove };
}

/** Returns a function that mails a customer an invitation to set a password. @throws ApiProblem `invitations.too-soon` */
export function useInviteCustomer(id: () => string): () => Promise<void> {
  const cache = useQueryCache();
  const { mutateAsync } = useMutation({
    mutation: async () => {
      await responseBody(api.POST('/api/v1/admin/customers/{id}/invite', { params: { path: { id: id() } } }));
    },
    onSettled: () => cache.invalidateQueries({ key: [KEY, 'one', id()] }),
  });
  return mutateAsync;
}

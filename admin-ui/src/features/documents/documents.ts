import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { ADDED_KEY, responseBody, api, type Schema } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';
import { useStore } from 'ui-common/composables/useStore';
import { endOfDay, isDay, startOfDay } from '../../common/day-range';
import type { TableState } from '../../composables/useTableState';

export type DocumentSummary = Schema<'DocumentSummary'>;
export type IssuedDocument = Schema<'DocumentView'>;
export type DocumentLine = Schema<'DocumentLineView'>;
export type DocumentKind = DocumentSummary['kind'];

export const DOCUMENT_KINDS = [
  'tax_invoice',
  'bill_of_supply',
  'invoice_cum_bill',
  'bill',
  'credit_note',
] as const satisfies readonly DocumentKind[];

export const DOCUMENT_FILTERS = ['kind', 'from', 'to'] as const;
type DocumentFilter = (typeof DOCUMENT_FILTERS)[number];

/** Queries a page of documents, newest first. */
export function useDocuments(state: TableState<DocumentFilter>) {
  const { data: store } = useStore();
  const query = () => documentsQuery(state, store.value?.timeZone ?? 'UTC');
  return useQuery({
    key: () => ['documents', 'table', query()],
    query: () => responseBody(api.GET('/api/v1/admin/documents', { params: { query: query() } })),
    enabled: () => store.value !== undefined,
    placeholderData: (previous: Schema<'DocumentsTable'> | undefined) => previous,
  });
}

/** Returns the API query of a table. Dates are full days in the store's time zone. */
function documentsQuery({ q, page, pageSize, filters }: TableState<DocumentFilter>, timeZone: string) {
  const { from, to } = filters;
  const kind = DOCUMENT_KINDS.find((candidate) => candidate === filters.kind);
  return {
    ...{ page, pageSize },
    ...(q && { q }),
    ...(kind && { kind }),
    ...(isDay(from) && { from: startOfDay(from, timeZone) }),
    ...(isDay(to) && { to: endOfDay(to, timeZone) }),
  };
}

/** Returns the parameters that export the documents of a table, all its pages. */
export function documentExport(state: TableState<DocumentFilter>, timeZone: string) {
  return { ...documentsQuery(state, timeZone), page: undefined, pageSize: undefined };
}

/** Queries a document with its lines. */
export function useDocument(id: () => string) {
  return useQuery({
    key: () => ['documents', 'one', id()],
    query: () => responseBody(api.GET('/api/v1/admin/documents/{id}', { params: { path: { id: id() } } })),
  });
}

/** Credits parts of a document. @throws ApiProblem */
export function useCreditDocument(id: () => string) {
  const cache = useQueryCache();
  return useMutation({
    mutation: (body: Schema<'CreditDocumentBody'>) => {
      const params = { path: { id: id() }, header: ADDED_KEY };
      return responseBody(api.POST('/api/v1/admin/documents/{id}/credits', { params, body }));
    },
    // Also after a failure: what is left may have changed.
    onSettled: () => {
      void cache.invalidateQueries({ key: ['documents'] });
      void cache.invalidateQueries({ key: ['orders'] });
    },
  });
}

/**
 * Downloads the PDF of a document. It needs the access token, so it cannot be a plain link.
 *
 * @throws ApiProblem `documents.file-unavailable` and others
 */
export async function saveDocument({
  id,
  orderId,
  number,
}: Pick<DocumentSummary, 'id' | 'orderId' | 'number'>): Promise<void> {
  const path = { id: orderId, documentId: id };
  const request = api.GET('/api/v1/admin/orders/{id}/documents/{documentId}/file', {
    params: { path },
    parseAs: 'blob',
  });
  saveFile((await responseBody(request)) as unknown as Blob, `${number.replaceAll('/', '-')}.pdf`);
}

import { useQuery } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';

export type Import = Schema<'ImportView'>;

/** The columns that a file may have, in the order in which the example has them. */
export const IMPORT_COLUMNS = [
  'section',
  'name',
  'unitType',
  'ratePerUnit',
  'quantityStep',
  'lowStockThreshold',
  'brand',
  'description',
  'manufacturedOn',
  'bestBefore',
  'published',
  'delivery',
] as const;

/** Every field that a column can be for: an export names products, and how they were, besides. */
export const IMPORT_FIELDS = ['id', 'version', ...IMPORT_COLUMNS] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A page of the imports, newest first: own ones, and for an admin everybody's. */
export function useImports(query: () => { page: number; pageSize: number }) {
  return useQuery({
    key: () => ['imports', 'table', { ...query() }],
    query: () => answerOf(api.GET('/api/v1/admin/imports', { params: { query: query() } })),
    placeholderData: (previous: Schema<'ImportTable'> | undefined) => previous,
  });
}

export function useImport(id: () => string) {
  return useQuery({
    key: () => ['imports', 'one', id()],
    query: () => answerOf(api.GET('/api/v1/admin/imports/{id}', { params: { path: { id: id() } } })),
  });
}

/** A page of what is wrong with a file. */
export function useImportErrors(query: () => { id: string; page: number; pageSize: number }) {
  return useQuery({
    key: () => ['imports', 'errors', query().id, { ...query() }],
    query: () => {
      const { id, page, pageSize } = query();
      return answerOf(
        api.GET('/api/v1/admin/imports/{id}/errors', { params: { path: { id }, query: { page, pageSize } } }),
      );
    },
    placeholderData: (previous: Schema<'ImportErrorTable'> | undefined) => previous,
  });
}

/** Sends a file, to be told what it would do. @throws ApiProblem */
export function sendImport(file: File): Promise<Import> {
  const form = new FormData();
  form.set('dryRun', 'true');
  form.set('file', file);
  return answerOf(
    api.POST('/api/v1/admin/imports/products', {
      // Typed as text, since OpenAPI knows no files; it goes as it is.
      body: form as unknown as { file: string },
      bodySerializer: (body: unknown) => body,
    }),
  );
}

/** Has a file applied that was checked. @throws ApiProblem, such as `imports.file-gone` */
export function applyImport(id: string): Promise<Import> {
  return answerOf(api.POST('/api/v1/admin/imports/{id}/apply', { params: { path: { id } } }));
}

/** @throws ApiProblem `imports.not-cancellable` where it is too late */
export function cancelImport(id: string): Promise<Import> {
  return answerOf(api.POST('/api/v1/admin/imports/{id}/cancel', { params: { path: { id } } }));
}

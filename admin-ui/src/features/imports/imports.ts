import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type Import = Schema<'ImportView'>;

/** Columns that a file may have, in the order of the template. */
export const IMPORT_COLUMNS = [
  'section',
  'name',
  'unitType',
  'price',
  'quantityStep',
  'lowStockThreshold',
  'maxPerOrder',
  'brand',
  'description',
  'manufacturedOn',
  'bestBefore',
  'published',
  'delivery',
  'counted',
] as const;

/** All fields that a column can map to. Exports also contain the product ID, its version, and the rate in minor units. */
export const IMPORT_FIELDS = ['id', 'version', 'ratePerUnit', ...IMPORT_COLUMNS] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Queries a page of imports, newest first: own ones, or all for admins. */
export function useImports(query: () => { page: number; pageSize: number }) {
  return useQuery({
    key: () => ['imports', 'table', { ...query() }],
    query: () => responseBody(api.GET('/api/v1/admin/imports', { params: { query: query() } })),
    placeholderData: (previous: Schema<'ImportTable'> | undefined) => previous,
  });
}

export function useImport(id: () => string) {
  return useQuery({
    key: () => ['imports', 'one', id()],
    query: () => responseBody(api.GET('/api/v1/admin/imports/{id}', { params: { path: { id: id() } } })),
  });
}

/** Queries a page of row errors. */
export function useImportErrors(query: () => { id: string; page: number; pageSize: number }) {
  return useQuery({
    key: () => ['imports', 'errors', query().id, { ...query() }],
    query: () => {
      const { id, page, pageSize } = query();
      return responseBody(
        api.GET('/api/v1/admin/imports/{id}/errors', { params: { path: { id }, query: { page, pageSize } } }),
      );
    },
    placeholderData: (previous: Schema<'ImportErrorTable'> | undefined) => previous,
  });
}

/** Queries a page of the rows that a checked import would change. */
export function useImportRows(query: () => { id: string; noticed: boolean; page: number; pageSize: number }) {
  return useQuery({
    key: () => ['imports', 'rows', query().id, { ...query() }],
    query: () => {
      const { id, ...rest } = query();
      return responseBody(
        api.GET('/api/v1/admin/imports/{id}/rows', { params: { path: { id }, query: rest } }),
      );
    },
    placeholderData: (previous: Schema<'ImportRowTable'> | undefined) => previous,
  });
}

/** Uploads a file for a dry run. @throws ApiProblem */
export function sendImport(file: File): Promise<Import> {
  const form = new FormData();
  form.set('dryRun', 'true');
  form.set('file', file);
  return responseBody(
    api.POST('/api/v1/admin/imports/products', {
      // Typed as string, since OpenAPI has no file type; sent unserialized.
      body: form as unknown as { file: string },
      bodySerializer: (body: unknown) => body,
    }),
  );
}

/**
 * Applies a checked file.
 *
 * @param body what a person has confirmed
 * @throws ApiProblem, such as `imports.file-gone`
 */
export function applyImport(id: string, body: Schema<'ApplyImportBody'>): Promise<Import> {
  return responseBody(api.POST('/api/v1/admin/imports/{id}/apply', { params: { path: { id } }, body }));
}

/** Cancels an import. @throws ApiProblem `imports.not-cancellable` if it is already being applied */
export function cancelImport(id: string): Promise<Import> {
  return responseBody(api.POST('/api/v1/admin/imports/{id}/cancel', { params: { path: { id } } }));
}

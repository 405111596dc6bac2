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

/** Sends a file. @param dryRun only to be told what it would do @throws ApiProblem */
export async function sendImport(file: File, dryRun: boolean): Promise<Import> {
  const form = new FormData();
  form.set('dryRun', String(dryRun));
  form.set('file', file);
  const sent = await answerOf(
    api.POST('/api/v1/admin/imports/products', {
      // Typed as text, since OpenAPI knows no files; it goes as it is.
      body: form as unknown as { file: string },
      bodySerializer: (body: unknown) => body,
    }),
  );
  files.set(sent.id, file);
  return sent;
}

/** @throws ApiProblem `imports.not-cancellable` where it is too late */
export function cancelImport(id: string): Promise<Import> {
  return answerOf(api.POST('/api/v1/admin/imports/{id}/cancel', { params: { path: { id } } }));
}

/** The files of the imports that this page has sent: what was tried can be applied without choosing it again. */
const files = new Map<string, File>();

/** The file of an import, unless the page was reloaded since. */
export function fileOf(id: string): File | undefined {
  return files.get(id);
}

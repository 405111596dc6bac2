import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';

export type Import = Schema<'ImportView'>;

export type ImportKind = Import['kind'];

/** Queries a page of imports, newest first: own ones, or all for admins. */
export function useImports(query: () => { kind: ImportKind; page: number; pageSize: number }) {
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

/** Queries a page of what the rows of a checked import would change. */
export function useImportChanges(query: () => { id: string; page: number; pageSize: number }) {
  return useQuery({
    key: () => ['imports', 'rows', query().id, 'changes', { ...query() }],
    query: () => {
      const { id, page, pageSize } = query();
      return responseBody(
        api.GET('/api/v1/admin/imports/{id}/changes', {
          params: { path: { id }, query: { page, pageSize } },
        }),
      );
    },
    placeholderData: (previous: Schema<'ImportChangeTable'> | undefined) => previous,
  });
}

/** Uploads a file for a dry run. @throws ApiProblem */
export function sendImport(kind: ImportKind, file: File): Promise<Import> {
  const form = new FormData();
  form.set('dryRun', 'true');
  form.set('file', file);
  const request = {
    // Typed as string, since OpenAPI has no file type; sent unserialized.
    body: form as unknown as { file: string },
    bodySerializer: (body: unknown) => body,
  };
  switch (kind) {
    case 'products':
      return responseBody(api.POST('/api/v1/admin/imports/products', request));
    case 'customers':
      return responseBody(api.POST('/api/v1/admin/imports/customers', request));
    case 'orders':
      return responseBody(api.POST('/api/v1/admin/imports/orders', request));
  }
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

/** Has the file of an import checked again, read as the body says. @throws ApiProblem, such as `imports.file-gone` */
export function checkAgain(id: string, body: Schema<'ReadingBody'>): Promise<Import> {
  return responseBody(api.POST('/api/v1/admin/imports/{id}/check', { params: { path: { id } }, body }));
}

/** Creates the sections that a checked file needs, and has it checked again. For admins. @throws ApiProblem */
export function createMissingSections(id: string): Promise<Import> {
  return responseBody(api.POST('/api/v1/admin/imports/{id}/sections', { params: { path: { id } } }));
}

/** Requests sections for the products of a file. @throws ApiProblem */
export async function requestSections(names: readonly string[], reason: string): Promise<void> {
  for (const sectionName of names)
    await responseBody(
      api.POST('/api/v1/section-requests', { body: { requestType: 'create', sectionName, reason } }),
    );
}

/** Downloads the row errors of an import as CSV. @throws ApiProblem */
export async function downloadImportErrors({ id, fileName }: Import): Promise<void> {
  const file = await responseBody<Blob>(
    api.GET('/api/v1/admin/imports/{id}/errors/csv', {
      params: { path: { id } },
      parseAs: 'blob',
    }) as Promise<{
      data?: Blob;
      error?: unknown;
      response: Response;
    }>,
  );
  saveFile(file, `${fileName.replace(/[.][^.]*$/, '')}-errors.csv`);
}

/** Cancels an import. @throws ApiProblem `imports.not-cancellable` if it is already being applied */
export function cancelImport(id: string): Promise<Import> {
  return responseBody(api.POST('/api/v1/admin/imports/{id}/cancel', { params: { path: { id } } }));
}

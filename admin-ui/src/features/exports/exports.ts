import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';

export type Export = Schema<'ExportView'>;
export type ExportKind = Schema<'CreateExportBody'>['kind'];
/** Filters of the table, or parameters of the report. */
export type ExportParameters = Readonly<Record<string, unknown>>;

/** Queries a page of exports, newest first: own ones, or all for admins. */
export function useExports(query: () => { page: number; pageSize: number }) {
  return useQuery({
    key: () => ['exports', 'table', { ...query() }],
    query: () => responseBody(api.GET('/api/v1/admin/exports', { params: { query: query() } })),
    placeholderData: (previous: Schema<'ExportTable'> | undefined) => previous,
  });
}

/** Requests an export. The file starts with a byte order mark, so that spreadsheets read it as UTF-8. @throws ApiProblem */
export function requestExport(kind: ExportKind, parameters: ExportParameters): Promise<Export> {
  return responseBody(api.POST('/api/v1/admin/exports', { body: { kind, parameters, withBom: true } }));
}

/** Cancels a running export, or removes a finished one. @throws ApiProblem */
export async function removeExport(id: string): Promise<void> {
  await responseBody(api.DELETE('/api/v1/admin/exports/{id}', { params: { path: { id } } }));
}

/** Downloads the file of an export. It is fetched with the access token, which a plain link would not send. @throws ApiProblem */
export async function downloadExport({ id, kind, createdAt }: Export): Promise<void> {
  const file = await responseBody<Blob>(
    api.GET('/api/v1/admin/exports/{id}/file', { params: { path: { id } }, parseAs: 'blob' }) as Promise<{
      data?: Blob;
      error?: unknown;
      response: Response;
    }>,
  );
  saveFile(file, `${kind}-${createdAt.slice(0, 10)}.csv`);
}

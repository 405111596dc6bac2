import { useQuery } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import { saveFile } from 'ui-common/browser/save-file';

export type Export = Schema<'ExportView'>;
export type ExportKind = Schema<'CreateExportBody'>['kind'];
/** The filters of the table, or what the report is asked for. */
export type ExportParameters = Readonly<Record<string, unknown>>;

/** A page of the exports, newest first: own ones, and for an admin everybody's. */
export function useExports(query: () => { page: number; pageSize: number }) {
  return useQuery({
    key: () => ['exports', 'table', { ...query() }],
    query: () => answerOf(api.GET('/api/v1/admin/exports', { params: { query: query() } })),
    placeholderData: (previous: Schema<'ExportTable'> | undefined) => previous,
  });
}

/** Asks for a file. It begins with a byte order mark, without which spreadsheets misread all but English. @throws ApiProblem */
export function requestExport(kind: ExportKind, parameters: ExportParameters): Promise<Export> {
  return answerOf(api.POST('/api/v1/admin/exports', { body: { kind, parameters, withBom: true } }));
}

/** Cancels an export that is under way, or removes one that is over. @throws ApiProblem */
export async function removeExport(id: string): Promise<void> {
  await answerOf(api.DELETE('/api/v1/admin/exports/{id}', { params: { path: { id } } }));
}

/** Has the browser keep the file of an export. It is fetched with the access token, which a plain link would not send. @throws ApiProblem */
export async function downloadExport({ id, kind, createdAt }: Export): Promise<void> {
  const file = await answerOf<Blob>(
    api.GET('/api/v1/admin/exports/{id}/file', { params: { path: { id } }, parseAs: 'blob' }) as Promise<{
      data?: Blob;
      error?: unknown;
      response: Response;
    }>,
  );
  saveFile(file, `${kind}-${createdAt.slice(0, 10)}.csv`);
}

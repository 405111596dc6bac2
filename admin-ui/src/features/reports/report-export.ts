import { apiFetch } from 'ui-common/api/api-fetch';
import { problemOf } from 'ui-common/api/api-problem';
import { answerOf, api, type Schema } from 'ui-common/api/client';

type Export = Schema<'ExportView'>;
export type ExportKind = Schema<'CreateExportBody'>['kind'];

const EVERY = 500;
const UNDER_WAY: readonly Export['status'][] = ['queued', 'running'];

/** What kept an export from being made, in the server's own code. */
export class ExportFailed extends Error {}

/**
 * Has a file made of a report's rows, waits for it and hands it to the browser.
 *
 * @throws ApiProblem, or ExportFailed where the job gave up
 */
export async function downloadReport(kind: ExportKind, parameters: Record<string, unknown>): Promise<void> {
  // With the mark, without which spreadsheets take its UTF-8 for something else.
  const body = { kind, parameters, withBom: true };
  let one: Export = await answerOf(api.POST('/api/v1/admin/exports', { body }));
  const params = { path: { id: one.id } };
  while (UNDER_WAY.includes(one.status)) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    one = await answerOf(api.GET('/api/v1/admin/exports/{id}', { params }));
  }
  if (one.status !== 'done') throw new ExportFailed(one.error?.code ?? one.status);
  save(await fetchFile(one.id), `${kind}.csv`);
}

async function fetchFile(id: string): Promise<Blob> {
  const response = await apiFetch(new Request(`${location.origin}/api/v1/admin/exports/${id}/file`));
  if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined));
  return response.blob();
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

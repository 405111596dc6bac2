import { defineQueryOptions } from '@pinia/colada';
import { responseBody, api } from 'ui-common/api/client';

/** Query options for a section by slug or ID, also by a slug from before it was renamed. */
export const sectionQuery = defineQueryOptions((slugOrId: string) => ({
  key: ['section', slugOrId],
  query: ({ signal }) =>
    responseBody(api.GET('/api/v1/sections/{id}', { params: { path: { id: slugOrId } }, signal })),
  meta: { url: `/api/v1/sections/${encodeURIComponent(slugOrId)}` },
}));

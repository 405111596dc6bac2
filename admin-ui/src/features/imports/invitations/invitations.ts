import { useQuery } from '@pinia/colada';
import { api, responseBody, type Schema } from 'ui-common/api/client';

export type ImportInvitations = Schema<'ImportInvitationsView'>;

/** Queries how many customers of an import have been invited. */
export function useImportInvitations(id: () => string) {
  return useQuery({
    key: () => ['imports', 'invitations', id()],
    query: () =>
      responseBody(api.GET('/api/v1/admin/imports/{id}/invitations', { params: { path: { id: id() } } })),
  });
}

/**
 * Has the customers of an import invited.
 *
 * @param customers the number that a person has confirmed
 * @throws ApiProblem `invitations.count-changed`
 */
export function inviteImported(id: string, customers: number): Promise<ImportInvitations> {
  return responseBody(
    api.POST('/api/v1/admin/imports/{id}/invitations', { params: { path: { id } }, body: { customers } }),
  );
}

import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { orNullIfNotFound } from '../../common/or-null';

export type User = Schema<'UserView'>;
export type Role = User['role'];
export type UserStatus = User['status'];
export type UserSort =
  'username' | '-username' | 'lastActivity' | '-lastActivity' | 'createdAt' | '-createdAt';

export const ROLES = ['user', 'store_manager', 'admin'] as const satisfies readonly Role[];
export const STATUSES = ['pending', 'approved', 'suspended'] as const satisfies readonly UserStatus[];

const KEY = 'users';

/** Filters of the users table. */
export interface UserFilters {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: UserSort;
  readonly q?: string;
  readonly role?: Role;
  readonly status?: UserStatus;
  readonly activeSince?: string;
  readonly inactiveDays?: number;
}

/** Queries a page of accounts. */
export function useUsers(filters: () => UserFilters) {
  return useQuery({
    key: () => [KEY, 'table', { ...filters() }],
    query: () => fetchUsers(filters()),
    placeholderData: (previous: Schema<'UserTable'> | undefined) => previous,
  });
}

/** Queries one account; null if there is none with the ID. */
export function useUser(id: () => string) {
  return useQuery({
    key: () => [KEY, 'one', id()],
    query: () =>
      orNullIfNotFound(responseBody(api.GET('/api/v1/admin/users/{id}', { params: { path: { id: id() } } }))),
  });
}

/** A change to an account. */
export type UserChange =
  | { readonly kind: 'approve' }
  | { readonly kind: 'suspend'; readonly reason: string | null }
  | { readonly kind: 'edit'; readonly version: number; readonly role?: Role; readonly displayName?: string };

/** Changes an account. Refetches the accounts in any case. */
export function useUserChange() {
  const cache = useQueryCache();
  return useMutation({
    mutation: ({ id, change }: { readonly id: string; readonly change: UserChange }) =>
      applyChange(id, change),
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      void cache.invalidateQueries({ key: ['audit-log'] });
      return cache.invalidateQueries({ key: [KEY] });
    },
  });
}

function applyChange(id: string, change: UserChange): Promise<User> {
  const params = { path: { id } };
  switch (change.kind) {
    case 'approve':
      return responseBody(api.POST('/api/v1/admin/users/{id}/approve', { params }));
    case 'suspend':
      return responseBody(
        api.POST('/api/v1/admin/users/{id}/suspend', { params, body: { reason: change.reason } }),
      );
    case 'edit': {
      const { version, role, displayName } = change;
      const body = { version, ...(role && { role }), ...(displayName !== undefined && { displayName }) };
      return responseBody(api.PATCH('/api/v1/admin/users/{id}', { params, body }));
    }
  }
}

function fetchUsers(query: UserFilters): Promise<Schema<'UserTable'>> {
  return responseBody(api.GET('/api/v1/admin/users', { params: { query } }));
}

/* Prepares in the store what a request of a test refers to, and returns the request's parts. */

import { randomUUID } from 'node:crypto';
import { signUnsubscribeToken } from '../../src/platform/mail/delivery/unsubscribe-token.js';
import type { ValidRequest } from '../support/attacks/valid-request.js';
import { bodyOf } from '../support/clients/client.js';
import { refreshCookieOf } from '../support/clients/cookies.js';
import { newProduct, newSection } from './catalog.js';
import { newFinishedExport, newQueuedImport, newValidatedImport } from './files.js';
import { newOrder } from './orders.js';
import { newSynonyms } from './search-words.js';
import { newSectionName, newSectionRequest } from './section-requests.js';
import { newShopper, newUsername, register } from './users.js';
import { newUserLike, type Caller, type StoreFixture } from './store-fixture.js';

export function newAccount(): { username: string; email: string; password: string } {
  const username = newUsername();
  return { username, email: `${username}@example.com`, password: 'three-ripe-mangoes' };
}

export async function withOwnCookie({ server, users }: StoreFixture, caller: Caller): Promise<ValidRequest> {
  if (caller === 'anonymous') return {};
  const { id, username, password } = users[caller];
  if (caller !== 'pending') return { headers: { cookie: await refreshCookieOf(server, username, password) } };
  await server.rows(`UPDATE users SET status = 'approved' WHERE id = ?`, [id]);
  const cookie = await refreshCookieOf(server, username, password);
  await server.rows(`UPDATE users SET status = 'pending' WHERE id = ?`, [id]);
  return { headers: { cookie } };
}

export async function withUnsubscribeToken({ server }: StoreFixture): Promise<ValidRequest> {
  const { id: userId } = await newShopper(server);
  const secret = server.env['JWT_SECRET'] ?? '';
  return { query: { token: signUnsubscribeToken(secret, { list: 'daily-reminder', userId }) } };
}

export async function newSessionOf(
  { server, users }: StoreFixture,
  caller: Exclude<Caller, 'anonymous'>,
): Promise<string> {
  const { id, username, password } = users[caller];
  await refreshCookieOf(server, username, password);
  const [session] = await server.rows<{ id: string }>(
    'SELECT id FROM sessions WHERE user_id = ? AND ended_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1',
    [id],
  );
  return session?.id ?? '';
}

export async function ofNewOrder({ server, product, users }: StoreFixture, _: Caller): Promise<ValidRequest> {
  return { path: { id: (await newOrder(server, users.owner, { [product.id]: 1 })).id } };
}

export async function newOrderIds(fixture: StoreFixture, caller: Caller): Promise<{ orderIds: unknown[] }> {
  return { orderIds: [(await ofNewOrder(fixture, caller)).path?.['id']] };
}

export async function ofNewProduct({ server, section, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: (await newProduct(server, users.manager, { sectionId: section.id })).id } };
}

export async function ofNewSection({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: (await newSection(server, users.admin)).id } };
}

export async function ofNewUser({ server }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: await register(server, newUsername()) } };
}

export async function ofNewSynonyms({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: (await newSynonyms(server, users.admin, newWords())).id } };
}

export function newViewBody(): object {
  return { table: 'orders', name: randomUUID(), query: 'status=placed&sort=oldest', isShared: true };
}

/** A shared view of the manager, which the manager and admins may change. */
export async function ofNewView({ server, users }: StoreFixture): Promise<ValidRequest> {
  const saved = await server.client
    .as(users.manager)
    .post<{ id: string }>('/admin/saved-views', newViewBody());
  return { path: { id: bodyOf(saved, 201).id } };
}

export function newWords(): string[] {
  return [randomUUID(), randomUUID()];
}

/** A note by the manager, which the manager and admins may remove. */
export async function newNoteAbout({ server, users }: StoreFixture, customerId: string): Promise<string> {
  const added = await server.client
    .as(users.manager)
    .post<{ notes: readonly { id: string }[] }>(`/admin/customers/${customerId}/notes`, {
      text: 'Rings twice.',
    });
  return bodyOf(added, 201).notes[0]?.id ?? '';
}

export function newSectionBody(): object {
  return { requestType: 'create', sectionName: newSectionName() };
}

export async function ofNewSectionRequest({ server, users }: StoreFixture, _: Caller): Promise<ValidRequest> {
  return { path: { id: (await newSectionRequest(server, users.owner, newSectionBody())).id } };
}

/** Creates a finished export of the manager, as a worker leaves it. */
export async function ofNewExport({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: await newFinishedExport(server, users.manager.id) } };
}

/** Creates an import of the manager that no worker starts. */
export async function ofNewValidatedImport(fixture: StoreFixture, caller: Caller): Promise<ValidRequest> {
  const by = await newUserLike(fixture, caller);
  return { by, path: { id: await newValidatedImport(fixture.server, by.id) } };
}

export async function ofNewImport({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: await newQueuedImport(server, users.manager.id) } };
}

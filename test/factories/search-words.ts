import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

/** Synonyms as the API returns them. */
export interface Synonyms {
  readonly id: string;
  readonly language: string;
  readonly words: string[];
  readonly version: number;
}

/** A wish as the API returns it. */
export interface Wish {
  readonly id: string;
  readonly term: string;
  readonly wishes: number;
  readonly doneAt: string | null;
}

export async function newSynonyms(
  server: Server,
  admin: Bearer,
  words: readonly string[],
): Promise<Synonyms> {
  const response = await server.client.as(admin).post<Synonyms>('/admin/synonyms', { language: 'en', words });
  return bodyOf(response, 201);
}

/** Wishes for a product and returns the wish. */
export async function newWish(server: Server, staff: Bearer, term: string): Promise<Wish> {
  bodyOf(await server.client.post('/wishes', { term }), 204);
  const response = await server.client.as(staff).get<{ items: Wish[] }>('/admin/wishes', { pageSize: 100 });
  const wish = bodyOf(response, 200).items.find((item) => item.term === term);
  if (wish === undefined) throw new Error(`There is no wish for ${term}.`);
  return wish;
}

import { randomUUID } from 'node:crypto';
import { bodyOf, type Answer, type Bearer, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

/** A request as the API shows it. */
export interface SectionRequest {
  readonly id: string;
  readonly status: string;
  readonly requestType: string;
  readonly sectionId: string | null;
  readonly sectionName: string;
  readonly currentSectionName: string | null;
  readonly reason: string;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

interface Impact {
  readonly products: number;
  readonly carts: number;
  readonly pendingRequests: number;
  readonly sectionVersion: number | null;
  readonly changedSinceAsked: boolean;
  readonly nameTaken: boolean;
  readonly productNamesClashing: readonly string[];
}

/** A name that no section has, to ask for. */
export function newSectionName(): string {
  return `Section ${randomUUID()}`;
}

/** Asks for what the body says, with a reason where it gives none, and gives the answer, whatever it is. */
export function askForSection(
  server: Server,
  user: Bearer,
  body: object,
): Promise<Answer<SectionRequest & Problem>> {
  return server.client.as(user).post('/section-requests', { reason: 'People ask for it.', ...body });
}

/** A request that a user has made, and nobody has decided. */
export async function newSectionRequest(server: Server, user: Bearer, body: object): Promise<SectionRequest> {
  return bodyOf(await askForSection(server, user, body), 201);
}

/** Decides for a request, and gives the answer, whatever it is. */
export function approve(
  server: Server,
  user: Bearer,
  { id }: Pick<SectionRequest, 'id'>,
  body: object = {},
): Promise<Answer<SectionRequest & Problem>> {
  return server.client.as(user).post(`/admin/section-requests/${id}/approve`, body);
}

/** Decides against a request, and gives the answer, whatever it is. */
export function reject(
  server: Server,
  user: Bearer,
  { id }: Pick<SectionRequest, 'id'>,
  body: object = { note: 'No room.' },
): Promise<Answer<SectionRequest & Problem>> {
  return server.client.as(user).post(`/admin/section-requests/${id}/reject`, body);
}

/** What approving a request would touch, as an admin is shown it. */
export async function impactOf(
  server: Server,
  admin: Bearer,
  { id }: Pick<SectionRequest, 'id'>,
): Promise<Impact> {
  return bodyOf(await server.client.as(admin).get<Impact>(`/admin/section-requests/${id}/impact`), 200);
}

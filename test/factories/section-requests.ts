import { randomUUID } from 'node:crypto';
import { bodyOf, type ApiResponse, type Bearer, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';

/** A section request as the API returns it. */
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

/** Returns a name that no section has. */
export function newSectionName(): string {
  return `Section ${randomUUID()}`;
}

/** Sends a section request, with a default reason. Returns the response, whatever its status. */
export function requestSection(
  server: Server,
  user: Bearer,
  body: object,
): Promise<ApiResponse<SectionRequest & Problem>> {
  return server.client.as(user).post('/section-requests', { reason: 'People ask for it.', ...body });
}

/** Creates a pending section request. */
export async function newSectionRequest(server: Server, user: Bearer, body: object): Promise<SectionRequest> {
  return bodyOf(await requestSection(server, user, body), 201);
}

/** Approves a request. Returns the response, whatever its status. */
export function approve(
  server: Server,
  user: Bearer,
  { id }: Pick<SectionRequest, 'id'>,
  body: object = {},
): Promise<ApiResponse<SectionRequest & Problem>> {
  return server.client.as(user).post(`/admin/section-requests/${id}/approve`, body);
}

/** Rejects a request. Returns the response, whatever its status. */
export function reject(
  server: Server,
  user: Bearer,
  { id }: Pick<SectionRequest, 'id'>,
  body: object = { note: 'No room.' },
): Promise<ApiResponse<SectionRequest & Problem>> {
  return server.client.as(user).post(`/admin/section-requests/${id}/reject`, body);
}

/** Returns the impact of approving a request, as an admin sees it. */
export async function impactOf(
  server: Server,
  admin: Bearer,
  { id }: Pick<SectionRequest, 'id'>,
): Promise<Impact> {
  return bodyOf(await server.client.as(admin).get<Impact>(`/admin/section-requests/${id}/impact`), 200);
}

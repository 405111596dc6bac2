import { randomUUID } from 'node:crypto';
import { bodyOf, type ApiResponse, type Bearer, type Client, type Query } from '../clients/client.js';
import { ADMIN, type Server } from '../servers/server.js';

interface AuditEntry {
  readonly action: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly requestId: string | null;
  readonly at: string;
}

/** A store's audit log as an admin reads it, and the secrets that no entry may contain. */
export class AuditLog {
  /** Values that no entry may contain. Tests add the secrets that they use. */
  readonly secrets = new Set<string>([ADMIN.password]);

  constructor(
    private readonly server: Server,
    private readonly admin: Bearer,
  ) {}

  /** Returns the matching entries, newest first. */
  async entries(query: Query = {}): Promise<AuditEntry[]> {
    const response = await this.server.client
      .as(this.admin)
      .get<{ items: AuditEntry[] }>('/admin/audit-log', { pageSize: 100, ...query });
    return bodyOf(response, 200).items;
  }

  /** Runs `work` with a unique request ID. Returns the audit entries of that request, oldest first. */
  async leftBy(
    client: Client,
    work: (client: Client) => Promise<ApiResponse>,
    status: number,
  ): Promise<AuditEntry[]> {
    const requestId = `test-${randomUUID()}`;
    const response = await work(client.with({ 'x-request-id': requestId }));
    bodyOf(response, status);
    expect(response.headers.get('x-request-id')).toBe(requestId);
    return (await this.entries()).filter((entry) => entry.requestId === requestId).reverse();
  }

  /** Expects that audit entries, outbox and log contain neither a secret nor a hash from the database. */
  async expectNoSecret(): Promise<void> {
    const entries = await this.server.rows<Record<string, unknown>>('SELECT * FROM audit_entries');
    const events = await this.server.rows<Record<string, unknown>>('SELECT * FROM outbox_events');
    const hashes = await this.server.rows<{ hash: string }>(
      'SELECT password_hash AS hash FROM users UNION SELECT token_hash FROM refresh_tokens UNION SELECT token_hash FROM password_resets',
    );
    const text = JSON.stringify([entries, events]) + this.server.logs();
    expect(entries.length).toBeGreaterThan(15);
    for (const secret of [...this.secrets, ...hashes.map(({ hash }) => hash)])
      expect({ secret, isExposed: secret !== '' && text.includes(secret) }).toEqual({
        secret,
        isExposed: false,
      });
    expect(text).not.toMatch(/argon2|"password"|eyJ/);
  }
}

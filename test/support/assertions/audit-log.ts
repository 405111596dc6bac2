import { randomUUID } from 'node:crypto';
import { bodyOf, type Answer, type Bearer, type Client, type Query } from '../clients/client.js';
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

/** A store's audit log as an admin reads it, and what must be in none of its entries. */
export class AuditLog {
  /** Whatever must be in no entry. Tests add the secrets that they use. */
  readonly secrets = new Set<string>([ADMIN.password]);

  constructor(
    private readonly server: Server,
    private readonly admin: Bearer,
  ) {}

  /** The entries that a query finds, newest first. */
  async entries(query: Query = {}): Promise<AuditEntry[]> {
    const found = await this.server.client
      .as(this.admin)
      .get<{ items: AuditEntry[] }>('/admin/audit-log', { pageSize: 100, ...query });
    return bodyOf(found, 200).items;
  }

  /** Does something under a request id of its own, and gives the entries that it has left, oldest first. */
  async leftBy(
    client: Client,
    work: (client: Client) => Promise<Answer>,
    status: number,
  ): Promise<AuditEntry[]> {
    const requestId = `test-${randomUUID()}`;
    const answer = await work(client.with({ 'x-request-id': requestId }));
    bodyOf(answer, status);
    expect(answer.headers.get('x-request-id')).toBe(requestId);
    return (await this.entries()).filter((entry) => entry.requestId === requestId).reverse();
  }

  /** All entries that there are, the outbox and the log hold none of the secrets, nor a hash that the database keeps. */
  async expectNoSecret(): Promise<void> {
    const kept = await this.server.rows<Record<string, unknown>>('SELECT * FROM audit_entries');
    const promised = await this.server.rows<Record<string, unknown>>('SELECT * FROM outbox_events');
    const hashes = await this.server.rows<{ hash: string }>(
      'SELECT password_hash AS hash FROM users UNION SELECT token_hash FROM refresh_tokens UNION SELECT token_hash FROM password_resets',
    );
    const text = JSON.stringify([kept, promised]) + this.server.logs();
    expect(kept.length).toBeGreaterThan(20);
    for (const secret of [...this.secrets, ...hashes.map(({ hash }) => hash)])
      expect({ secret, isKept: secret !== '' && text.includes(secret) }).toEqual({ secret, isKept: false });
    expect(text).not.toMatch(/argon2|"password"|eyJ/);
  }
}

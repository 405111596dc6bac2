import type { AccessTokens } from '../../../src/auth/sessions/access-tokens.js';
import { RefreshSession } from '../../../src/auth/sessions/refresh-session.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import type { Clock } from '../../../src/platform/common/clock.js';
import type { Database } from '../../../src/platform/database/database.js';
import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { testConfig } from '../stores/config.js';

/** Returns the refresh of sessions as one process of a store has it, without access tokens. */
export function refreshSessionOn(
  database: Database,
  clock: Clock,
  variables: Readonly<Record<string, string>> = {},
  signals: ChangeSignals = new ChangeSignals(testConfig()),
): RefreshSession {
  const accessTokens = { issue: () => ({ accessToken: '', expiresIn: 0 }) } as unknown as AccessTokens;
  const config = testConfig(variables);
  return new RefreshSession(config, database, clock, accessTokens, new AuditTrail(clock), signals);
}

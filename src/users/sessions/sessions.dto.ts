import { ApiProperty } from '@nestjs/swagger';

/** Maximum number of sessions listed, most recently used first. More than any user has devices. */
export const MAX_SESSIONS_LISTED = 100;

/** An open session of a user. */
export class SessionView {
  /** @example "0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f" */
  id: string;

  /**
   * User agent as the browser sends it; may be empty.
   * @example "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
   */
  userAgent: string;

  /** @example "203.0.113.7" */
  address: string;

  /** @example "2026-10-01T04:00:00.000Z" */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  @ApiProperty({ format: 'date-time' })
  lastUsedAt: string;

  /** @example "2026-12-01T09:30:00.000Z" */
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  /**
   * True for the session that sends the request.
   * @example true
   */
  current: boolean;
}

/** Open sessions, most recently used first. */
export class SessionList {
  @ApiProperty({ maxItems: MAX_SESSIONS_LISTED })
  items: SessionView[];
}

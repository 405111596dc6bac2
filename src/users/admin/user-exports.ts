import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { Clock } from '../../platform/common/clock.js';
import { code, instant, text } from '../../platform/csv/csv-writer.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { ExportRegistry } from '../../platform/exports/export-registry.js';
import {
  countOf,
  planOf,
  type ExportColumns,
  type ExportPlan,
} from '../../platform/exports/export-source.js';
import { validate } from '../../platform/http/validation/field-errors.js';
import { USER_VIEW_COLUMNS, type UserViewRow } from '../user-view.js';
import { UserTableQuery } from './user-table.dto.js';
import { USER_ORDER, userFilter } from './users.service.js';

/** The filters and the order of the accounts table. */
class UserExportParameters extends OmitType(UserTableQuery, ['page', 'pageSize'] as const) {}

const USERS: ExportColumns<UserViewRow> = {
  id: (u) => code(u.id),
  username: (u) => text(u.username),
  email: (u) => text(u.email),
  emailConfirmedAt: (u) => instant(u.emailConfirmedAt),
  displayName: (u) => text(u.displayName),
  role: (u) => code(u.role),
  status: (u) => code(u.status),
  locale: (u) => text(u.locale),
  createdAt: (u) => instant(u.createdAt),
  lastActivity: (u) => instant(u.lastActivity),
};

/** Exports accounts as a file, for admins only. */
@Injectable()
export class UserExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportRegistry,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.register({ kind: 'users', roles: ['admin'], plan: (parameters) => this.plan(parameters) });
  }

  private plan(parameters: object): ExportPlan {
    const query = validate(UserExportParameters, parameters, 'parameters');
    const where = userFilter(query, this.clock.now());
    const read = this.database.read;
    return planOf(
      USERS,
      async () => countOf(await read.row(sql`SELECT count(*) AS total FROM users WHERE ${where}`)),
      () =>
        read.stream<UserViewRow>(
          sql`SELECT ${USER_VIEW_COLUMNS} FROM users WHERE ${where} ORDER BY ${USER_ORDER[query.sort]}`,
        ),
    );
  }
}

import { RefreshToken } from '../auth/sessions/refresh-token.entity.js';
import { CartItem } from '../cart/cart-item.entity.js';
import { Product } from '../catalog/product.entity.js';
import { Section } from '../catalog/section.entity.js';
import { ImportRowError } from '../imports/import-row-error.entity.js';
import { Import } from '../imports/import.entity.js';
import { IdempotencyKey } from '../orders/checkout/idempotency-key.entity.js';
import { Invoice } from '../orders/invoices/invoice.entity.js';
import { OrderItem } from '../orders/order-item.entity.js';
import { Order } from '../orders/order.entity.js';
import { OrderStatusChange } from '../orders/workflow/order-status-change.entity.js';
import { AuditEntry } from '../platform/audit/audit-entry.entity.js';
import { Export } from '../platform/exports/export.entity.js';
import { Mail } from '../platform/mail/log/mail.entity.js';
import { OutboxEvent } from '../platform/outbox/outbox-event.entity.js';
import { ScheduleRun } from '../platform/schedules/schedule-run.entity.js';
import { MonthlyReport } from '../reports/monthly/monthly-report.entity.js';
import { SectionRequest } from '../section-requests/section-request.entity.js';
import { LowStockAlert } from '../stock/low-stock-alert.entity.js';
import { StockMovement } from '../stock/stock-movement.entity.js';
import { PasswordReset } from '../users/passwords/password-reset.entity.js';
import { SignInAttempt } from '../users/passwords/sign-in-attempt.entity.js';
import { ActivityDay } from '../users/reminders/activity-day.entity.js';
import { Reminder } from '../users/reminders/reminder.entity.js';
import { Session } from '../users/sessions/session.entity.js';
import { User } from '../users/user.entity.js';

/** Entities of all tables. */
export const ENTITIES = [
  ActivityDay,
  AuditEntry,
  CartItem,
  Export,
  IdempotencyKey,
  Invoice,
  Import,
  ImportRowError,
  LowStockAlert,
  Mail,
  MonthlyReport,
  Order,
  OrderItem,
  OrderStatusChange,
  OutboxEvent,
  PasswordReset,
  Product,
  RefreshToken,
  Reminder,
  ScheduleRun,
  Section,
  SectionRequest,
  Session,
  SignInAttempt,
  StockMovement,
  User,
];

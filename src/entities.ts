import { AuditEntry } from './audit/audit-entry.entity.js';
import { RefreshToken } from './auth/refresh-token.entity.js';
import { CartItem } from './cart/cart-item.entity.js';
import { LowStockAlert } from './catalog/low-stock-alert.entity.js';
import { Product } from './catalog/product.entity.js';
import { Section } from './catalog/section.entity.js';
import { StockMovement } from './catalog/stock-movement.entity.js';
import { Export } from './exports/export.entity.js';
import { ImportError } from './imports/import-error.entity.js';
import { Import } from './imports/import.entity.js';
import { OutboxEvent } from './jobs/outbox-event.entity.js';
import { ScheduleRun } from './jobs/schedule-run.entity.js';
import { Mail } from './mail/mail.entity.js';
import { IdempotencyKey } from './orders/idempotency-key.entity.js';
import { Invoice } from './orders/invoices/invoice.entity.js';
import { OrderItem } from './orders/order-item.entity.js';
import { OrderStatusChange } from './orders/order-status-change.entity.js';
import { Order } from './orders/order.entity.js';
import { MonthlyReport } from './reports/monthly-report.entity.js';
import { SectionRequest } from './section-requests/section-request.entity.js';
import { ActivityDay } from './users/activity-day.entity.js';
import { PasswordReset } from './users/passwords/password-reset.entity.js';
import { SignInAttempt } from './users/passwords/sign-in-attempt.entity.js';
import { Reminder } from './users/reminder.entity.js';
import { Session } from './users/session.entity.js';
import { User } from './users/user.entity.js';

/** Every table that the store keeps. */
export const ENTITIES = [
  ActivityDay,
  AuditEntry,
  CartItem,
  Export,
  IdempotencyKey,
  Invoice,
  Import,
  ImportError,
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

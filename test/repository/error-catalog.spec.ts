import {
  AccountPending,
  AccountSuspended,
  Forbidden,
  InvalidCredentials,
  OriginRefused,
  ResetTokenInvalid,
  SessionEnded,
  TooManyRequests,
  Unauthenticated,
} from '../../src/auth/auth.errors.js';
import { CartTooLarge } from '../../src/cart/cart.errors.js';
import {
  BulkChangeRefused,
  ImageNotReadable,
  ImageTooLarge,
  ProductNameTaken,
  SectionNameTaken,
  SectionNotEmpty,
  SectionNotFound,
  SectionsChanged,
} from '../../src/catalog/catalog.errors.js';
import {
  ImportAlreadyApplied,
  ImportDiskFull,
  ImportFileMissing,
  ImportNotApplicable,
  ImportNotCancellable,
  ImportNotFound,
  ImportNotOwn,
  ImportNotReadable,
  ImportTooLarge,
  TooManyImports,
} from '../../src/imports/imports.errors.js';
import {
  FailureNotFound,
  MetricsForbidden,
  NotReady,
  QueueUnavailable,
} from '../../src/operations/operations.errors.js';
import { InvoiceUnavailable } from '../../src/orders/invoices/invoices.errors.js';
import {
  CartEmpty,
  IdempotencyKeyMissing,
  IdempotencyKeyReused,
  OrderNotFound,
  PriceChanged,
  ProductsGone,
  RequestInProgress,
  TransitionNotAllowed,
  UndoNotPossible,
} from '../../src/orders/orders.errors.js';
import { InvalidRequest, RuleViolation, StaleVersion } from '../../src/platform/common/common.errors.js';
import { DatabaseUnavailable } from '../../src/platform/database/database.errors.js';
import {
  ExportHasNoFile,
  ExportNotAllowed,
  ExportNotFound,
  TooManyExports,
} from '../../src/platform/exports/exports.errors.js';
import { MailContentNotStored, MailNotFound } from '../../src/platform/mail/mail.errors.js';
import { TooManyStreams } from '../../src/platform/realtime/realtime.errors.js';
import { PriceRoundsToZero, QuantityStepBroken } from '../../src/rules/pricing/pricing.errors.js';
import {
  AlreadyDecided,
  SectionChanged,
  SectionRequestNotFound,
  TypeNotAllowed,
} from '../../src/section-requests/section-requests.errors.js';
import { OutOfStock, ProductNotFound, StockBelowZero, StockTooLarge } from '../../src/stock/stock.errors.js';
import {
  EmailTaken,
  LastAdmin,
  SessionNotFound,
  TooManyAttempts,
  UnsubscribeTokenInvalid,
  UserNotFound,
  UsernameTaken,
} from '../../src/users/users.errors.js';
import type { DomainError } from '../../src/platform/common/domain-error.js';

const FIELD_ERROR = { field: 'name', code: 'field.is-length', message: 'Name is too long.' };
const SHORTAGE = { productId: 'a', productName: 'Milk', requested: 3, available: 1.5 };
const RATE_TOO_HIGH = { id: 'a', name: 'Milk', code: 'catalog.rate-too-high', message: 'Too high.' };
const STALE = { id: 'b', name: null, code: 'request.stale-version', message: 'Stale.', currentVersion: 2 };

/** Occurrences of every error; several where the text depends on the parameters. */
const SAMPLES: readonly DomainError[] = [
  new InvalidRequest([FIELD_ERROR]),
  new InvalidRequest([FIELD_ERROR], 'A detail.'),
  new RuleViolation([FIELD_ERROR, FIELD_ERROR]),
  new RuleViolation([FIELD_ERROR], 'A detail.'),
  new StaleVersion(7),
  new DatabaseUnavailable(),
  new TooManyStreams(12),
  new MailNotFound(),
  new MailContentNotStored(),
  new ExportNotFound(),
  new ExportNotAllowed('users'),
  new ExportHasNoFile('running'),
  new TooManyExports(3),
  new QuantityStepBroken('Milk', 0.5, 'litre'),
  new PriceRoundsToZero('Cumin'),
  new UserNotFound(),
  new UsernameTaken(),
  new EmailTaken(),
  new LastAdmin(),
  new SessionNotFound(),
  new TooManyAttempts(90),
  new UnsubscribeTokenInvalid(),
  new Unauthenticated(),
  new Forbidden(),
  new InvalidCredentials(),
  new AccountPending(),
  new AccountSuspended(),
  new SessionEnded(),
  new OriginRefused(),
  new ResetTokenInvalid(),
  new TooManyRequests(60),
  new ProductNotFound(),
  new OutOfStock([SHORTAGE, { ...SHORTAGE, productName: 'Cumin', available: 0 }]),
  new StockBelowZero(2.5),
  new StockTooLarge(),
  new SectionNotFound(),
  new SectionNameTaken('Dairy'),
  new SectionNameTaken('Dairy', 'sectionName'),
  new SectionsChanged(),
  new SectionNotEmpty(4),
  new ProductNameTaken('Milk'),
  new BulkChangeRefused([RATE_TOO_HIGH]),
  new BulkChangeRefused([RATE_TOO_HIGH, STALE]),
  new ImageNotReadable(),
  new ImageTooLarge(),
  new CartTooLarge(200),
  new OrderNotFound(),
  new CartEmpty(),
  new PriceChanged(4_200, { items: [], total: 4_500, currency: 'INR' }),
  new ProductsGone([SHORTAGE, { productId: 'b', productName: 'Cumin' }]),
  new TransitionNotAllowed('packed', 'placed', ['out_for_delivery', 'cancelled']),
  new UndoNotPossible('moved-on'),
  new UndoNotPossible('too-late'),
  new UndoNotPossible('for-good'),
  new IdempotencyKeyMissing(),
  new IdempotencyKeyReused(),
  new RequestInProgress(),
  new InvoiceUnavailable(new Error('no space')),
  new SectionRequestNotFound(),
  new TypeNotAllowed('rename'),
  new AlreadyDecided('approved'),
  new SectionChanged(null),
  new SectionChanged(3),
  new ImportNotFound(),
  new ImportTooLarge(20),
  new ImportNotReadable(),
  new ImportDiskFull(),
  new TooManyImports(3),
  new ImportNotCancellable('applying'),
  new ImportAlreadyApplied(),
  new ImportNotApplicable('failed'),
  new ImportFileMissing(),
  new ImportNotOwn(),
  new MetricsForbidden(),
  new NotReady(),
  new FailureNotFound(),
  new QueueUnavailable(),
];

const CODES = [...new Set(SAMPLES.map(({ code }) => code))].sort();

it.each(CODES)('keeps the kind, title and details of %s', (code) => {
  const samples = SAMPLES.filter((error) => error.code === code);
  expect(
    samples.map(({ kind, title, message: detail, parameters }) => ({ kind, title, detail, parameters })),
  ).toMatchSnapshot();
});

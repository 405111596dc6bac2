import { Accounts1764000000001 } from './1764000000001-accounts.js';
import { AuditAndOutbox1764000000002 } from './1764000000002-audit-and-outbox.js';
import { Catalog1764000000003 } from './1764000000003-catalog.js';
import { CartAndOrders1764000000004 } from './1764000000004-cart-and-orders.js';
import { SectionRequests1764000000005 } from './1764000000005-section-requests.js';
import { Invoices1764000000006 } from './1764000000006-invoices.js';
import { Mail1764000000007 } from './1764000000007-mail.js';
import { ExportsAndImports1764000000008 } from './1764000000008-exports-and-imports.js';
import { Reports1764000000009 } from './1764000000009-reports.js';
import { BackgroundWork1764000000010 } from './1764000000010-background-work.js';
import { MonthlyReports1764000000011 } from './1764000000011-monthly-reports.js';
import { ProductChanges1764000000012 } from './1764000000012-product-changes.js';
import { PromisedStock1764000000013 } from './1764000000013-promised-stock.js';
import { DataSettings1764000000014 } from './1764000000014-data-settings.js';
import { RepeatedActs1764000000015 } from './1764000000015-repeated-acts.js';
import { HeldMails1764000000016 } from './1764000000016-held-mails.js';
import { NameKeys1764000000017 } from './1764000000017-name-keys.js';
import { EmailConfirmations1764000000018 } from './1764000000018-email-confirmations.js';
import { NamesAndAddresses1764000000019 } from './1764000000019-names-and-addresses.js';
import { Amounts1764000000024 } from './1764000000024-amounts.js';
import { ImportCounts1764000000025 } from './1764000000025-import-counts.js';
import { SearchSpellings1764000000030 } from './1764000000030-search-spellings.js';
import { SynonymGroups1764000000031 } from './1764000000031-synonym-groups.js';
import { ComparableRates1764000000032 } from './1764000000032-comparable-rates.js';
import { ProductWishes1764000000033 } from './1764000000033-product-wishes.js';
import { ImportReadings1764000000034 } from './1764000000034-import-readings.js';
import { CustomerAddresses1764000000035 } from './1764000000035-customer-addresses.js';
import { CustomerNotes1764000000036 } from './1764000000036-customer-notes.js';
import { ImportedCustomers1764000000037 } from './1764000000037-imported-customers.js';
import { PickTicks1764000000039 } from './1764000000039-pick-ticks.js';
import { SavedViews1764000000040 } from './1764000000040-saved-views.js';
import { StockSheets1764000000041 } from './1764000000041-stock-sheets.js';
import { PhoneOrders1764000000042 } from './1764000000042-phone-orders.js';
import { OtherNames1764000000043 } from './1764000000043-other-names.js';
import { PastOrders1764000000044 } from './1764000000044-past-orders.js';
import { TextsByLanguage1764000000045 } from './1764000000045-texts-by-language.js';
import { ProductCodes1764000000046 } from './1764000000046-product-codes.js';
import { PricesOfPacks1764000000047 } from './1764000000047-prices-of-packs.js';
import { PriceHistory1764000000048 } from './1764000000048-price-history.js';
import { ChangesOfImportRows1764000000049 } from './1764000000049-changes-of-import-rows.js';
import { SettingsAndCharges1764000000050 } from './1764000000050-settings-and-charges.js';
import { TaxClasses1764000000051 } from './1764000000051-tax-classes.js';
import { Documents1764000000052 } from './1764000000052-documents.js';
import { PlaceOfSupply1764000000053 } from './1764000000053-place-of-supply.js';
import { OrderDiscounts1764000000054 } from './1764000000054-order-discounts.js';

/** All migrations, oldest first. Never edit a released migration: add a new one. */
export const MIGRATIONS = [
  Accounts1764000000001,
  AuditAndOutbox1764000000002,
  Catalog1764000000003,
  CartAndOrders1764000000004,
  SectionRequests1764000000005,
  Invoices1764000000006,
  Mail1764000000007,
  ExportsAndImports1764000000008,
  Reports1764000000009,
  BackgroundWork1764000000010,
  MonthlyReports1764000000011,
  ProductChanges1764000000012,
  PromisedStock1764000000013,
  DataSettings1764000000014,
  RepeatedActs1764000000015,
  HeldMails1764000000016,
  NameKeys1764000000017,
  EmailConfirmations1764000000018,
  NamesAndAddresses1764000000019,
  Amounts1764000000024,
  ImportCounts1764000000025,
  SearchSpellings1764000000030,
  SynonymGroups1764000000031,
  ComparableRates1764000000032,
  ProductWishes1764000000033,
  ImportReadings1764000000034,
  CustomerAddresses1764000000035,
  CustomerNotes1764000000036,
  ImportedCustomers1764000000037,
  PickTicks1764000000039,
  SavedViews1764000000040,
  StockSheets1764000000041,
  PhoneOrders1764000000042,
  OtherNames1764000000043,
  PastOrders1764000000044,
  TextsByLanguage1764000000045,
  ProductCodes1764000000046,
  PricesOfPacks1764000000047,
  PriceHistory1764000000048,
  ChangesOfImportRows1764000000049,
  SettingsAndCharges1764000000050,
  TaxClasses1764000000051,
  Documents1764000000052,
  PlaceOfSupply1764000000053,
  OrderDiscounts1764000000054,
];

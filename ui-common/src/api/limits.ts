/* Generated from openapi.json by `npm run generate`. */

export const RegisterBody = {
  email: { maxLength: 254 },
  password: { minLength: 8, maxLength: 128 },
  displayName: { minLength: 1, maxLength: 80 },
} as const;

export const LoginBody = {
  username: { minLength: 1, maxLength: 254 },
  password: { minLength: 1, maxLength: 128 },
} as const;

export const ForgotPasswordBody = { email: { maxLength: 254 } } as const;

export const ResetPasswordBody = {
  token: { minLength: 1, maxLength: 200 },
  password: { minLength: 8, maxLength: 128 },
} as const;

export const ConfirmEmailBody = { token: { minLength: 1, maxLength: 200 } } as const;

export const ChangePasswordBody = {
  currentPassword: { minLength: 1, maxLength: 128 },
  newPassword: { minLength: 8, maxLength: 128 },
} as const;

export const QuoteCartBody = { items: { maxItems: 100 } } as const;

export const MergeCartBody = { items: { maxItems: 100 } } as const;

export const OrderSectionsBody = { ids: { maxItems: 500 } } as const;

export const CreateSectionBody = {
  name: { minLength: 1, maxLength: 60 },
  description: { maxLength: 500 },
  position: { minimum: 0, maximum: 10000 },
} as const;

export const ChangeSectionBody = {
  name: { minLength: 1, maxLength: 60 },
  description: { maxLength: 500 },
  position: { minimum: 0, maximum: 10000 },
} as const;

export const SectionTextBody = { name: { maxLength: 60 }, description: { maxLength: 500 } } as const;

export const CreateProductBody = {
  otherNames: { maxItems: 20 },
  name: { minLength: 1, maxLength: 100 },
  sku: { minLength: 1, maxLength: 40 },
  description: { maxLength: 2000 },
  brand: { maxLength: 60 },
  ratePerUnit: { minimum: 0, maximum: 100000000 },
  mrp: { minimum: 0, maximum: 100000000 },
} as const;

export const ChangeProductBody = {
  otherNames: { maxItems: 20 },
  name: { minLength: 1, maxLength: 100 },
  sku: { minLength: 1, maxLength: 40 },
  description: { maxLength: 2000 },
  brand: { maxLength: 60 },
  ratePerUnit: { minimum: 0, maximum: 100000000 },
  mrp: { minimum: 0, maximum: 100000000 },
} as const;

export const ProductToChange = { ratePerUnit: { minimum: 0, maximum: 100000000 } } as const;

export const ChangeProductsBody = {
  products: { minItems: 1, maxItems: 1000 },
  rateBasisPoints: { minimum: -9000, maximum: 50000 },
  roundTo: { minimum: 1, maximum: 100000 },
} as const;

export const ProductTextBody = {
  otherNames: { maxItems: 20 },
  name: { maxLength: 100 },
  description: { maxLength: 2000 },
} as const;

export const BarcodesBody = { barcodes: { maxItems: 20 } } as const;

export const StockMovementBody = { note: { maxLength: 500 } } as const;

export const CreateSynonymsBody = { words: { minItems: 2, maxItems: 24 } } as const;

export const ChangeSynonymsBody = { words: { minItems: 2, maxItems: 24 } } as const;

export const WishBody = { term: { minLength: 1, maxLength: 100 } } as const;

export const FixedValuesBody = {
  section: { maxLength: 100 },
  unitType: { maxLength: 40 },
  brand: { maxLength: 60 },
  published: { maxLength: 20 },
} as const;

export const ReadingBody = { columns: { maxItems: 200 }, sheet: { maxLength: 100 } } as const;

export const InviteImportedBody = { customers: { minimum: 1, maximum: 1000000 } } as const;

export const Address = {
  name: { minLength: 1, maxLength: 100 },
  phone: { pattern: '^[+\\d][\\d ()./-]{4,29}$' },
  line1: { minLength: 1, maxLength: 200 },
  line2: { maxLength: 200 },
  city: { minLength: 1, maxLength: 100 },
  postalCode: { pattern: '^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$' },
  state: { minLength: 1, maxLength: 100 },
} as const;

export const PlaceOrderBody = {
  note: { maxLength: 500 },
  expectedTotal: { minimum: 0, maximum: 9007199254740991 },
} as const;

export const TransitionBody = { note: { maxLength: 500 } } as const;

export const TransitionsBody = {
  orderIds: { minItems: 1, maxItems: 100 },
  note: { maxLength: 500 },
} as const;

export const UndoBody = { orderIds: { minItems: 1, maxItems: 100 } } as const;

export const GiveDiscountBody = {
  label: { minLength: 1, maxLength: 100 },
  amount: { minimum: 1, maximum: 9007199254740991 },
} as const;

export const NewCustomer = {
  displayName: { minLength: 1, maxLength: 80 },
  email: { maxLength: 254 },
} as const;

export const TakeOrderBody = {
  lines: { minItems: 1, maxItems: 100 },
  note: { maxLength: 500 },
  expectedTotal: { minimum: 0, maximum: 9007199254740991 },
} as const;

export const QuoteBody = { lines: { maxItems: 100 } } as const;

export const PickTicksBody = { ticks: { minItems: 1, maxItems: 100 } } as const;

export const CreateSavedViewBody = {
  name: { minLength: 1, maxLength: 60 },
  query: { maxLength: 4000 },
} as const;

export const ReplaceSavedViewBody = {
  name: { minLength: 1, maxLength: 60 },
  query: { maxLength: 4000 },
} as const;

export const AskForSectionBody = {
  sectionId: { maxLength: 64 },
  sectionName: { minLength: 1, maxLength: 60 },
  moveProductsTo: { maxLength: 64 },
  reason: { minLength: 1, maxLength: 500 },
} as const;

export const ApproveSectionRequestBody = {
  note: { maxLength: 500 },
  sectionVersion: { minimum: 1, maximum: 2147483647 },
} as const;

export const RejectSectionRequestBody = { note: { minLength: 1, maxLength: 500 } } as const;

export const LegalAddress = {
  line1: { maxLength: 200 },
  line2: { maxLength: 200 },
  city: { maxLength: 100 },
  postalCode: { maxLength: 12 },
} as const;

export const LegalSettings = {
  name: { maxLength: 120 },
  taxNumber: { maxLength: 15 },
  licence: { maxLength: 30 },
} as const;

export const PricingSettings = {
  deliveryFee: { minimum: 0, maximum: 100000000 },
  freeDeliveryFrom: { minimum: 1, maximum: 9007199254740991 },
  packingFee: { minimum: 0, maximum: 100000000 },
} as const;

export const DocumentSettings = {
  fiscalYearStart: {
    pattern:
      '^(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])$|^(0[469]|11)-(0[1-9]|[12]\\d|30)$|^02-(0[1-9]|1\\d|2[0-8])$',
  },
} as const;

export const TaxRateBody = { percent: { maximum: 100 }, cessPercent: { maximum: 100 } } as const;

export const CreateTaxClassBody = {
  rates: { maxItems: 50 },
  code: { minLength: 1, maxLength: 20, pattern: '^[a-z0-9-]+$' },
  name: { minLength: 1, maxLength: 60 },
} as const;

export const ChangeTaxClassBody = {
  code: { minLength: 1, maxLength: 20, pattern: '^[a-z0-9-]+$' },
  name: { minLength: 1, maxLength: 60 },
} as const;

export const SetTaxRatesBody = { rates: { maxItems: 50 } } as const;

export const StockSheetLineBody = { countedSecondsAgo: { minimum: 0, maximum: 86400 } } as const;

export const SaveStockSheetBody = {
  lines: { maxItems: 500 },
  supplier: { maxLength: 100 },
  note: { maxLength: 500 },
} as const;

export const UpdateMeBody = {
  displayName: { minLength: 1, maxLength: 80 },
  email: { maxLength: 254 },
  currentPassword: { minLength: 1, maxLength: 128 },
} as const;

export const UpdateUserBody = { displayName: { minLength: 1, maxLength: 80 } } as const;

export const SuspendUserBody = { reason: { maxLength: 500 } } as const;

export const CustomerNoteBody = { text: { minLength: 1, maxLength: 1000 } } as const;

export const LineCreditBody = { amount: { minimum: 1, maximum: 9007199254740991 } } as const;

export const CreditDocumentBody = {
  lines: { minItems: 1, maxItems: 400 },
  reason: { minLength: 1, maxLength: 200 },
} as const;

export const listMails = { q: { maxLength: 100 } } as const;

export const listAuditLog = {
  q: { maxLength: 100 },
  action: { maxLength: 100 },
  actorId: { maxLength: 64 },
  subjectType: { maxLength: 100 },
  subjectId: { maxLength: 100 },
} as const;

export const listProducts = {
  section: { minLength: 1, maxLength: 100 },
  q: { maxLength: 200 },
  minRate: { minimum: 0, maximum: 100000000 },
  maxRate: { minimum: 0, maximum: 100000000 },
  limit: { minimum: 1, maximum: 100 },
} as const;

export const findNearestSection = { q: { minLength: 1, maxLength: 200 } } as const;

export const listAdminProducts = { q: { maxLength: 200 }, code: { maxLength: 200 } } as const;

export const listMatchingProducts = { q: { maxLength: 200 }, code: { maxLength: 200 } } as const;

export const listSynonyms = { q: { maxLength: 40 } } as const;

export const listOrders = { limit: { minimum: 1, maximum: 100 } } as const;

export const listAdminOrders = { ids: { minItems: 1, maxItems: 100 }, q: { maxLength: 100 } } as const;

export const listMatchingOrders = { q: { maxLength: 100 } } as const;

export const getSalesReport = { limit: { minimum: 1, maximum: 100 } } as const;

export const getStockReport = {
  salesDays: { minimum: 1, maximum: 366 },
  bestBeforeDays: { minimum: 0, maximum: 366 },
  limit: { minimum: 1, maximum: 100 },
} as const;

export const getEngagementReport = {
  dormantDays: { minimum: 1, maximum: 366 },
  limit: { minimum: 1, maximum: 100 },
} as const;

export const listOwnSectionRequests = { limit: { minimum: 1, maximum: 100 } } as const;

export const listSectionRequests = { q: { maxLength: 100 } } as const;

export const listUsers = { q: { maxLength: 100 }, inactiveDays: { minimum: 1, maximum: 3650 } } as const;

export const getSubscription = { token: { minLength: 1, maxLength: 200 } } as const;

export const unsubscribeByLink = { token: { minLength: 1, maxLength: 200 } } as const;

export const listCustomers = { q: { maxLength: 100 } } as const;

export const listDocuments = { q: { maxLength: 100 } } as const;

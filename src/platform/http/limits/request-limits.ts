/** What a request may cost. `limit-requests.ts` and `inspect-input.ts` refuse more before anything else reads it. */

const KIBIBYTE = 1024;

/**
 * Bytes of a JSON body. It is parsed before anyone is authenticated, so each route has the size that it needs and no more.
 */
export const MAX_BODY_BYTES = {
  /** Routes that anyone may call, and whatever is no route of the API. */
  anonymous: 16 * KIBIBYTE,
  /** The longest description with all characters escaped, or the order of 500 sections. */
  signedIn: 32 * KIBIBYTE,
  /** A change of 1,000 products at once, each with values of its own. */
  bulk: 192 * KIBIBYTE,
} as const;

/** Bytes of all header fields together. */
export const MAX_HEADER_BYTES = 16 * KIBIBYTE;

/** Number of header fields. Browsers and proxies send about thirty. */
export const MAX_HEADER_FIELDS = 100;

/** A search of 200 characters in an Indian script has 1,800, a product's slug 2,000. */
export const MAX_URL_LENGTH = 8 * KIBIBYTE;

/** A slug: a hundred characters of a name, each transliterated to up to eighteen letters, and a suffix. */
export const MAX_URL_PARAMETER_LENGTH = 2000;

/** Far more than any list has filters. */
export const MAX_QUERY_PARAMETERS = 50;

/** Far deeper than any body of the API, and shallow enough for every recursive function that reads it. */
export const MAX_DEPTH = 16;

/**
 * Far more than any body of the API has. Validation looks each member up among all members of its object, so that its cost
 * grows with their square.
 */
export const MAX_MEMBERS = 50;

/** Elements of a list. */
export const MAX_ELEMENTS = 1000;

/** Texts, numbers, objects and lists in all. A change of 1,000 products has up to 6,003. */
export const MAX_VALUES = 6500;

/** UTF-16 code units of a name. Errors repeat it. */
export const MAX_NAME_LENGTH = 100;

/** UTF-16 code units of a text. The longest that a field accepts is a description, of up to twice 2,000. */
export const MAX_TEXT_LENGTH = 10_000;

/** Errors of fields in a response. More help no client to correct its request. */
export const MAX_FIELD_ERRORS = 20;

/** Limits of a form's parts. The size of its file is limited by the route. */
export const FORM_LIMITS = {
  parts: 6,
  files: 1,
  fields: 5,
  fieldNameSize: 100,
  fieldSize: 1000,
  headerPairs: 20,
  /** Of a part. What exceeds it is cut. */
  headerSize: 4 * KIBIBYTE,
} as const;

/** Bytes of a form besides its file: fields, headers of parts and boundaries. */
export const MAX_FORM_OVERHEAD_BYTES = 64 * KIBIBYTE;

import { MAX_QUANTITY } from '../platform/common/money/quantity.js';
import { MAX_BODY_BYTES, MAX_URL_LENGTH } from '../platform/http/limits/request-limits.js';
import { MAX_PAGE_SIZE } from '../platform/http/validation/pagination.js';

const kilobytes = (bytes: number): string => `${bytes / 1024} kB`;

/** What every user of the API needs to know, as Markdown. */
export const GUIDE = `## Signing in

\`POST /auth/login\` returns an access token, and sets the cookie \`refresh_token\` (over HTTPS \`__Host-refresh_token\`). Send the token with each request:
\`Authorization: Bearer <token>\`. It expires after \`expiresIn\` seconds; \`POST /auth/refresh\` exchanges the cookie for a new one.
Operations without a lock are public. For the others, each group says whether they are for shoppers, staff or admins; status 403 is
for everyone else. A shopper's account works immediately. That of a store manager waits for the approval of an admin.

## Money and quantities

Money is an integer in the minor unit of the store's currency: 5000 is ₹50.00. \`GET /store\` returns the currency and its digits. A rate
is the price of one unit. A quantity is a number of units with at most three decimals, such as 1.25 kg, up to
${MAX_QUANTITY.toLocaleString('en')}; send it as a multiple of the product's \`quantityStep\`. The price of a line is its rate times its
quantity, rounded half up to the minor unit.

## Languages

Products and sections have a \`name\` and a \`description\` in the store's own language. \`names\` of a product and \`texts\` of a section have those of
further languages: show the one of the reader's language, or else the store's. \`GET /products/{id}/details\` has the descriptions.

## Times and IDs

Times are in UTC, such as \`2026-03-14T09:26:53.000Z\`. Days, such as \`2026-03-14\`, are days in the store's time zone. IDs are UUIDs in small
letters; do not read anything into them.

## Lists

Lists for shoppers have \`items\` and \`nextCursor\`: send it as \`cursor\`, with the same filters, to get the next page. It is null on the last
page. Tables for staff have \`items\`, \`total\`, \`page\` and \`pageSize\`, and take \`page\` and \`pageSize\`. A page has at most
${MAX_PAGE_SIZE} items.

## Changing things

An object with a \`version\` is changed only if the request has its current version; otherwise the answer is 409
\`request.stale-version\`. Load the object again and repeat the change.

Send an \`Idempotency-Key\` with each POST that takes one, a new one for each act. If no response arrives, send the same request with the
same key again: it is executed once, and you get the same response. Placing an order requires a key. The store remembers keys for at least 24
hours. The same key with another body is refused with 422.

## Errors

Errors are \`application/problem+json\` (RFC 9457). \`code\` is stable: programs should use it and nothing else. \`detail\` is a sentence for
people, \`errors\` names the fields that are wrong, and \`requestId\` finds the request in the log. Each operation lists its codes with examples.

## Limits

| What                          | Most                                       | Answer          |
| ----------------------------- | ------------------------------------------ | --------------- |
| JSON body of a public request | ${kilobytes(MAX_BODY_BYTES.anonymous)} | 413             |
| JSON body of a signed-in user | ${kilobytes(MAX_BODY_BYTES.signedIn)}, bulk changes ${kilobytes(MAX_BODY_BYTES.bulk)} | 413 |
| URL                           | ${kilobytes(MAX_URL_LENGTH)} | 414             |
| Requests per address or account, for operations that cost much | set by the store | 429 with \`Retry-After\` |

After 503, wait for the seconds of \`Retry-After\` and try again. A change that gets \`database.outcome-unknown\` may have been saved: repeat it
with its key, or load the object first.

## Caching and live updates

Public lists and products have an \`ETag\`. Send it as \`If-None-Match\`: the answer is 304 while nothing has changed. Every other response
is \`no-store\`. Operations that end with \`/events\` are event streams (\`text/event-stream\`). After an interruption, send the ID of the last
event as \`Last-Event-ID\`, and the stream goes on after it.
`;

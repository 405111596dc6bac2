import { LoginBody } from '../../src/auth/auth.dto.js';
import { MergeCartBody } from '../../src/cart/cart.dto.js';
import { ChangeProductsBody } from '../../src/catalog/admin/bulk-update.dto.js';
import { inspect } from '../../src/platform/http/limits/inspect-input.js';
import { MAX_BODY_BYTES } from '../../src/platform/http/limits/request-limits.js';
import { RequestValidation } from '../../src/platform/http/validation/validation.pipe.js';
import { OPERATIONS } from '../support/assertions/api-document.js';
import { costlyBodies } from '../support/attacks/costly-requests.js';

const MAX_PROCESSOR_TIME_MS = 300;
const MAX_ERRORS_LENGTH = 16 * 1024;
/** Bodies may be a little longer than asked for. */
const MARGIN = 3000;

const pipe = new RequestValidation();

/** Returns the errors of a body, and the processor time that it took to find them. */
async function refusalOf(
  text: string,
  metatype: new () => object,
): Promise<{ errors: unknown; milliseconds: number }> {
  const before = process.cpuUsage();
  let errors: unknown;
  try {
    const body: unknown = JSON.parse(text);
    inspect(body);
    await pipe.transform(body, { type: 'body', metatype });
  } catch (error) {
    errors = (error as { parameters?: { errors?: unknown } }).parameters?.errors;
  }
  const { user, system } = process.cpuUsage(before);
  return { errors, milliseconds: (user + system) / 1000 };
}

it.each([
  ['changeProducts', ChangeProductsBody, MAX_BODY_BYTES.bulk],
  ['mergeCart', MergeCartBody, MAX_BODY_BYTES.signedIn],
  ['login', LoginBody, MAX_BODY_BYTES.anonymous],
] as const)(
  'the costliest bodies of %s take little time and have short errors',
  async (id, metatype, bytes) => {
    const operation = OPERATIONS.find((one) => one.id === id);
    if (operation === undefined) throw new Error(`There is no operation ${id}.`);
    const bodies = Object.entries(costlyBodies(operation, bytes - MARGIN));
    // The first round compiles the code.
    for (const [, body] of bodies) await refusalOf(body, metatype);
    const costly: string[] = [];
    for (const [label, body] of bodies) {
      const { errors, milliseconds } = await refusalOf(body, metatype);
      expect(errors).not.toEqual(undefined);
      expect(JSON.stringify(errors).length).toBeLessThan(MAX_ERRORS_LENGTH);
      if (milliseconds > MAX_PROCESSOR_TIME_MS) costly.push(`${label}: ${Math.round(milliseconds)} ms`);
    }
    expect(costly).toEqual([]);
  },
);

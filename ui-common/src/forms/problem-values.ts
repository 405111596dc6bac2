/** The parts of an ApiProblem that its text needs. */
export interface ProblemInfo {
  readonly code: string;
  readonly status: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Formatters for the values of a problem, in the user's language. */
export interface ProblemFormatters {
  /** @param minorUnits paise, cents */
  readonly money: (minorUnits: number) => string;
  readonly number: (value: number) => string;
  /** @param units 0.25 of a kg */
  readonly amount: (units: number, unitType: string) => string;
  /** @param seconds from now */
  readonly wait: (seconds: number) => string;
  /** Name of an order status. */
  readonly status: (status: string) => string;
  /** "Tomatoes (1.5 left)". @param available in units */
  readonly left: (productName: string, available: number) => string;
  readonly list: (items: readonly string[]) => string;
}

const TOO_MANY_REQUESTS = 429;

/** Returns the keys below `problems` for the text of a problem, most specific first: code, status, fallback. */
export function problemKeys({ code, status }: ProblemInfo): string[] {
  const byStatus = status >= 500 ? 'server' : String(status);
  return [code, `status.${byStatus}`, 'unknown'];
}

/** Returns the keys below `problems` for the text of a field error, most specific first: field, rule, fallback. */
export function fieldKeys({ field, code }: { readonly field: string; readonly code: string }): string[] {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const rule = code.slice(code.indexOf('.') + 1);
  return [`fields.${name}.${rule}`, code, 'field.unknown'];
}

/** Returns the formatted parameters of a problem for its text. Omits missing values and values of the wrong type. */
export function problemValues(problem: ProblemInfo, formatters: ProblemFormatters): Record<string, string> {
  const { parameters } = problem;
  const values: Record<string, string | undefined> = {
    was: formatNumber(parameters['expectedTotal'], formatters.money),
    now: formatNumber(totalOf(parameters['cart']), formatters.money),
    most: mostOf(parameters, formatters),
    step: formatNumber(parameters['quantityStep'], (step) =>
      formatters.amount(step, String(parameters['unitType'])),
    ),
    status: typeof parameters['from'] === 'string' ? formatters.status(parameters['from']) : undefined,
    product: typeof parameters['productName'] === 'string' ? parameters['productName'] : undefined,
    products: productsOf(parameters['lines'], formatters),
    wait: formatNumber(retryAfterSeconds(problem), formatters.wait),
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Returns the limit that a problem names: lines of a cart, units of an order, or a quantity of a product. */
function mostOf(
  parameters: ProblemInfo['parameters'],
  { amount, number }: ProblemFormatters,
): string | undefined {
  const { maxQuantity, unitType, maxLines, maxUnits } = parameters;
  return (
    formatNumber(maxQuantity, (most) => amount(most, String(unitType))) ??
    formatNumber(maxLines ?? maxUnits, number)
  );
}

/** Returns the seconds until a rate limit ends; undefined for other problems. */
export function retryAfterSeconds({ status, parameters, retryAfter }: ProblemInfo): number | undefined {
  if (status !== TOO_MANY_REQUESTS) return undefined;
  const seconds = parameters['retryAfterSeconds'];
  return typeof seconds === 'number' ? seconds : (retryAfter ?? 60);
}

function formatNumber(value: unknown, format: (value: number) => string): string | undefined {
  return typeof value === 'number' ? format(value) : undefined;
}

function totalOf(cart: unknown): unknown {
  return typeof cart === 'object' && cart !== null && 'total' in cart ? cart.total : undefined;
}

interface Line {
  readonly productName: string;
  /** In units. */
  readonly available?: number;
}

function productsOf(lines: unknown, { left, list }: ProblemFormatters): string | undefined {
  if (!Array.isArray(lines)) return undefined;
  const named = lines.filter(isLine);
  return list(
    named.map(({ productName, available }) =>
      available === undefined ? productName : left(productName, available),
    ),
  );
}

function isLine(line: unknown): line is Line {
  return typeof line === 'object' && line !== null && 'productName' in line;
}

/** What a problem says besides its code (ApiProblem), as far as its text needs it. */
export interface SaidProblem {
  readonly code: string;
  readonly status: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** How figures are written in the shopper's language. */
export interface Figures {
  /** @param minorUnits paise, cents */
  readonly money: (minorUnits: number) => string;
  readonly number: (value: number) => string;
  /** @param units 0.25 of a kg */
  readonly amount: (units: number, unitType: string) => string;
  /** @param seconds from now */
  readonly wait: (seconds: number) => string;
  /** The name of an order's status. */
  readonly status: (status: string) => string;
  /** "Tomatoes (1.5 left)". @param available in units */
  readonly left: (productName: string, available: number) => string;
  readonly list: (items: readonly string[]) => string;
}

const TOO_MANY = 429;

/** Where the text of a problem is looked for below `problems`, the most telling first: its code, its status, one that always fits. */
export function problemKeys({ code, status }: SaidProblem): string[] {
  const byStatus = status >= 500 ? 'server' : String(status);
  return [code, `status.${byStatus}`, 'unknown'];
}

/** Where the text of a field's error is looked for below `problems`: for this very field, for its rule, one that always fits. */
export function fieldKeys({ field, code }: { readonly field: string; readonly code: string }): string[] {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const rule = code.slice(code.indexOf('.') + 1);
  return [`fields.${name}.${rule}`, code, 'field.unknown'];
}

/** The parameters of a problem, ready to be put into its text. What is missing or not of its kind is left out. */
export function problemValues(problem: SaidProblem, figures: Figures): Record<string, string> {
  const { parameters: given } = problem;
  const values: Record<string, string | undefined> = {
    was: ifNumber(given['expectedTotal'], figures.money),
    now: ifNumber(totalOf(given['cart']), figures.money),
    most: ifNumber(given['maxLines'], figures.number),
    step: ifNumber(given['quantityStep'], (step) => figures.amount(step, String(given['unitType']))),
    status: typeof given['from'] === 'string' ? figures.status(given['from']) : undefined,
    products: productsOf(given['lines'], figures),
    wait: ifNumber(waitOf(problem), figures.wait),
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Where a problem passes by itself, the seconds until then. */
export function waitOf({ status, parameters, retryAfter }: SaidProblem): number | undefined {
  if (status !== TOO_MANY) return undefined;
  const told = parameters['retryAfterSeconds'];
  return typeof told === 'number' ? told : (retryAfter ?? 60);
}

function ifNumber(value: unknown, write: (value: number) => string): string | undefined {
  return typeof value === 'number' ? write(value) : undefined;
}

function totalOf(cart: unknown): unknown {
  return typeof cart === 'object' && cart !== null && 'total' in cart ? cart.total : undefined;
}

interface Line {
  readonly productName: string;
  /** In units. */
  readonly available?: number;
}

function productsOf(lines: unknown, { left, list }: Figures): string | undefined {
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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import type { TemplateHelpers } from './template-helpers.js';

/** A compiled template, which renders the members of the context with the helpers. */
export type Template = (context: object, helpers: TemplateHelpers) => string;

const TEMPLATE_FOLDER = join(import.meta.dirname, 'templates');
const HELPER_NAMES: readonly (keyof TemplateHelpers)[] = [
  't',
  'money',
  'quantity',
  'rate',
  'number',
  'month',
  'time',
  'dateTime',
  'isolate',
  'named',
  'list',
  'concat',
  'choose',
];

/** Strict: a name that neither the data nor the helpers define is an error. */
const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPER_NAMES.map((name) => [name, true])),
};

/**
 * Compiles all templates of a type, by name. HTML templates escape values; plain text needs no escaping.
 *
 * @throws Error if a template is invalid
 */
export function loadTemplates(kind: 'html' | 'txt'): ReadonlyMap<string, Template> {
  const handlebars = Handlebars.create();
  const compile = (file: string): Handlebars.TemplateDelegate<object> =>
    handlebars.template(precompile(handlebars, readFileSync(file, 'utf8'), kind === 'txt'));
  for (const [name, file] of filesIn(join(TEMPLATE_FOLDER, 'partials'), kind))
    handlebars.registerPartial(name, compile(file));
  const templates = filesIn(TEMPLATE_FOLDER, kind).map(([name, file]): [string, Template] => {
    const template = compile(file);
    return [name, (context, helpers) => template(context, { helpers: { ...helpers } })];
  });
  return new Map(templates);
}

/** Compiles like a build step would, so that any invalid template is found with the first mail of any kind. */
function precompile(handlebars: typeof Handlebars, source: string, noEscape: boolean): TemplateSpecification {
  // Typed as the result of running the code, but it returns the code.
  const code = handlebars.precompile(source, { ...COMPILE_OPTIONS, noEscape }) as unknown as string;
  return runInThisContext(`(${code})`) as TemplateSpecification;
}

/** Returns name and path of each template in a folder: `low-stock.html.hbs` is the HTML template `low-stock`. */
function filesIn(folder: string, kind: 'html' | 'txt'): (readonly [string, string])[] {
  const ending = `.${kind}.hbs`;
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return files.map((file) => [file.slice(0, -ending.length), join(folder, file)]);
}

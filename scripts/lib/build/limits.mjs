/** Keywords of JSON Schema that limit a value. */
const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'minItems', 'maxItems'];

/** Fields that no person types: a form needs no limits for them. */
const NOT_TYPED = new Set(['version', 'page', 'pageSize', 'cursor']);

/**
 * Returns the limits of the fields of requests that people type: by schema and property, and by operation and query parameter.
 *
 * @param {object} description OpenAPI document
 */
export function limitsOf({ components, paths }) {
  const schemas = bodySchemas(components.schemas, paths).map((name) => [
    name,
    Object.entries(components.schemas[name].properties ?? {}),
  ]);
  const operations = Object.values(paths)
    .flatMap((operationsByMethod) => Object.values(operationsByMethod))
    .map(({ operationId, parameters = [] }) => [
      operationId,
      parameters.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, schema]),
    ]);
  const limits = [...schemas, ...operations].map(([name, fields]) => [name, limitsOfFields(fields)]);
  return Object.fromEntries(limits.filter(([, fields]) => !isEmpty(fields)));
}

/** Returns the names of the schemas that bodies of requests consist of, sorted as in the document. */
function bodySchemas(schemas, paths) {
  const bodies = Object.values(paths).flatMap((item) => Object.values(item).map((each) => each.requestBody));
  const reached = new Set();
  const visit = (part) => {
    for (const [, name] of JSON.stringify(part ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (reached.has(name)) continue;
      reached.add(name);
      visit(schemas[name]);
    }
  };
  visit(bodies);
  return Object.keys(schemas).filter((name) => reached.has(name));
}

function limitsOfFields(fields) {
  const typed = fields.filter(([name]) => !NOT_TYPED.has(name));
  const limits = typed.map(([name, schema]) => [
    name,
    Object.fromEntries(LIMITS.filter((limit) => limit in schema).map((limit) => [limit, schema[limit]])),
  ]);
  return Object.fromEntries(limits.filter(([, each]) => !isEmpty(each)));
}

function isEmpty(object) {
  return Object.keys(object).length === 0;
}

/** Keywords of JSON Schema that limit a value. */
const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'minItems', 'maxItems'];

/**
 * Returns the limits of all fields that have any: by schema and property, and by operation and query parameter.
 *
 * @param {object} description OpenAPI document
 */
export function limitsOf({ components, paths }) {
  const schemas = Object.entries(components.schemas).map(([name, { properties = {} }]) => [
    name,
    Object.entries(properties),
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

function limitsOfFields(fields) {
  const limits = fields.map(([name, schema]) => [
    name,
    Object.fromEntries(LIMITS.filter((limit) => limit in schema).map((limit) => [limit, schema[limit]])),
  ]);
  return Object.fromEntries(limits.filter(([, each]) => !isEmpty(each)));
}

function isEmpty(object) {
  return Object.keys(object).length === 0;
}

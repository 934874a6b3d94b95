import type { ApiDescription, ApiParameter, ApiSchema } from '../api-description.js';

/** What the compiler's plugin writes where a field says its default and no type. */
const NO_TYPE = '#/components/schemas/Object';

/** The description with its schemas as OpenAPI 3.1 has them: plain JSON Schema 2020-12, in which null is a type. */
export function inJsonSchema(description: ApiDescription): ApiDescription {
  const { Object: _untyped, ...schemas } = description.components.schemas ?? {};
  const turned = turn({ ...description, components: { ...description.components, schemas } }) as ApiDescription;
  for (const schema of Object.values(turned.components.schemas ?? {})) leaveOutDefaulted(schema);
  return turned;
}

function turn(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(turn);
  if (typeof part !== 'object' || part === null) return part;
  const turned = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, turn(value)]));
  if (isParameter(turned)) return parameterOf(turned);
  return withNull(withTypeOfDefault(turned));
}

function isParameter(part: object): part is ApiParameter {
  return 'in' in part && 'schema' in part && 'name' in part;
}

/** A parameter with a default may be left out. */
function parameterOf(parameter: ApiParameter): ApiParameter {
  return parameter.schema?.default === undefined ? parameter : { ...parameter, required: false };
}

function withTypeOfDefault(schema: ApiSchema): ApiSchema {
  const { default: byDefault, allOf, ...rest } = schema;
  const isUntyped = allOf?.[0]?.$ref === NO_TYPE || (schema.type === 'object' && typeof byDefault !== 'object');
  if (byDefault === undefined || !isUntyped) return schema;
  const type = typeof byDefault === 'number' && Number.isInteger(byDefault) ? 'integer' : typeof byDefault;
  return { ...rest, type, default: byDefault };
}

function withNull({ nullable, ...schema }: ApiSchema): ApiSchema {
  if (nullable !== true) return nullable === undefined ? schema : { ...schema };
  const { allOf, oneOf, anyOf, type, description, ...rest } = schema;
  const said = description === undefined ? {} : { description };
  if (type !== undefined && !allOf)
    return { ...schema, type: [type, 'null'].flat(), ...(schema.enum ? { enum: [...schema.enum, null] } : {}) };
  const choices = oneOf ?? anyOf ?? (allOf?.length === 1 ? allOf : undefined) ?? [allOf ? { allOf } : rest];
  const others = (oneOf ?? anyOf ?? allOf) ? rest : {};
  return { ...said, ...others, [oneOf ? 'oneOf' : 'anyOf']: [...choices, { type: 'null' }] };
}

/** What has a default need not be sent. */
function leaveOutDefaulted(schema: ApiSchema): void {
  const required = schema.required?.filter((name) => schema.properties?.[name]?.default === undefined) ?? [];
  if (required.length > 0) schema.required = required;
  else delete schema.required;
}

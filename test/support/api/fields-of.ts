import type { ApiSchema } from '../../../src/api-docs/api-description.js';
import type { DescribedApi, DescribedOperation } from './described-api.js';

/** One place of a request that takes a text, a number, a day or a yes. */
export interface Field {
  place: 'path' | 'query' | 'header' | 'body';
  /** The parameter's name, or the way to the field in the body: names, and 0 for the first of a list */
  steps: readonly (string | number)[];
}

/** Every field of what the operation takes, down to the parts of lists and objects. */
export function fieldsOf(api: DescribedApi, { operation }: DescribedOperation): Field[] {
  const parameters = (operation.parameters ?? []).map(({ name, in: place }): Field => ({
    place: place as Field['place'],
    steps: [name],
  }));
  const body = operation.requestBody?.content['application/json']?.schema;
  const leaves = body ? leavesOf(api, body, [], new Set()) : [];
  return [...parameters, ...leaves.map((steps): Field => ({ place: 'body', steps }))];
}

function leavesOf(
  api: DescribedApi,
  schema: ApiSchema,
  steps: readonly (string | number)[],
  within: ReadonlySet<string>,
): (readonly (string | number)[])[] {
  if (schema.$ref !== undefined && within.has(schema.$ref)) return [];
  const inside = schema.$ref === undefined ? within : new Set([...within, schema.$ref]);
  const whole = api.schema(schema);
  const [part] = whole.allOf ?? whole.oneOf ?? whole.anyOf ?? [];
  if (part) return leavesOf(api, part, steps, inside);
  if (whole.properties)
    return Object.entries(whole.properties).flatMap(([name, property]) =>
      leavesOf(api, property, [...steps, name], inside),
    );
  if (whole.items) return leavesOf(api, whole.items, [...steps, 0], inside);
  return steps.length === 0 ? [] : [steps];
}

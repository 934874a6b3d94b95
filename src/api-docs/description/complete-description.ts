import { type ApiDescription, type ApiResponse, operationsOf } from '../api-description.js';
import { addExamples } from './add-examples.js';
import { describeParameters } from './describe-parameters.js';
import { inJsonSchema } from './in-json-schema.js';
import { nameOperation } from './name-operation.js';
import { problemResponses, respondWithProblems } from './problem-responses.js';
import { tagWords } from './tag-words.js';

/**
 * What the controllers' types and docstrings do not say by themselves, said in one place: OpenAPI 3.1 in the words of
 * JSON Schema, who may call what, which problems come back, what each parameter is, and an example of everything.
 * @param codes by class and method of the controller, the codes that its rules answer with
 */
export function completeDescription(
  generated: ApiDescription,
  codes: ReadonlyMap<string, readonly string[]>,
): ApiDescription {
  const description = inJsonSchema(generated);
  description.openapi = '3.1.1';
  description.info['contact'] = { name: 'The agency that runs this server' };
  for (const { path, operation } of operationsOf(description)) {
    operation['x-codes'] = [...(codes.get(operation.operationId.replace(/\[\d+\]$/, '')) ?? [])];
    nameOperation(path, operation);
    describeParameters(path, operation);
  }
  for (const { method, operation } of operationsOf(description)) respondWithProblems(method, operation);
  description.components.responses = usedOf(problemResponses, description);
  const used = new Set(operationsOf(description).flatMap(({ operation }) => operation.tags ?? []));
  description.tags = [...used].sort().map((name) => ({ name, description: tagWords(name) }));
  addExamples(description);
  return description;
}

function usedOf(
  responses: Readonly<Record<string, ApiResponse>>,
  { paths }: ApiDescription,
): Record<string, ApiResponse> {
  const text = JSON.stringify(paths);
  return Object.fromEntries(
    Object.entries(responses).filter(([name]) => text.includes(`"#/components/responses/${name}"`)),
  );
}

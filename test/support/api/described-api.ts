import { readFileSync } from 'node:fs';
import {
  type ApiDescription,
  type ApiOperation,
  type ApiResponse,
  type ApiSchema,
  type DescribedOperation,
  operationsOf,
} from '../../../src/api-docs/api-description.js';

export type { DescribedOperation };

/** docs/openapi.json, as a program that is made of it would read it. */
export class DescribedApi {
  readonly operations: readonly DescribedOperation[];

  constructor(readonly description: ApiDescription) {
    this.operations = operationsOf(description);
  }

  static read(): DescribedApi {
    return new DescribedApi(JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as ApiDescription);
  }

  get public(): DescribedOperation[] {
    return this.operations.filter(({ operation }) => operation.security?.length === 0);
  }

  named(operationId: string): DescribedOperation {
    const found = this.operations.find(({ operation }) => operation.operationId === operationId);
    if (!found) throw new Error(`There is no operation ${operationId}.`);
    return found;
  }

  schema(schema: ApiSchema): ApiSchema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : this.schema(this.description.components.schemas?.[name] ?? {});
  }

  response(operation: ApiOperation, status: number): ApiResponse | null {
    const response = operation.responses[status];
    const name = response?.$ref?.split('/').at(-1);
    return name === undefined ? (response ?? null) : (this.description.components.responses?.[name] ?? null);
  }
}

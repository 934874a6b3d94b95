import type { DescribedOperation } from './api-description.js';

/** Operations in which each of the words stands somewhere: address, name, texts, codes. */
export function searchOperations(operations: readonly DescribedOperation[], wanted: string): DescribedOperation[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  return operations.filter(({ method, path, operation }) => {
    const { operationId, description = '', tags = [], parameters = [] } = operation;
    const texts = [method, path, operationId, description, ...tags, ...(operation['x-codes'] ?? [])];
    const text = [...texts, ...parameters.map(({ name }) => name)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

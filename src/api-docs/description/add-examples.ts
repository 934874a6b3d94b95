import { type ApiDescription, type ApiMedia, operationsOf } from '../api-description.js';
import { exampleOf } from './example-of.js';

/** An example of every parameter, of what is sent and of what comes back. One that is written at its source stays. */
export function addExamples(description: ApiDescription): void {
  const schemas = description.components.schemas ?? {};
  const toMedia = (content: Record<string, ApiMedia> = {}): void => {
    for (const media of Object.values(content)) {
      const { schema } = media;
      if (!schema || 'example' in media || 'examples' in media || schema.format === 'binary') continue;
      media.example = exampleOf(schema, schemas);
    }
  };
  for (const { operation } of operationsOf(description)) {
    for (const parameter of operation.parameters ?? [])
      parameter.example ??= exampleOf(parameter.schema ?? {}, schemas, parameter.name);
    toMedia(operation.requestBody?.content);
    for (const response of Object.values(operation.responses)) toMedia(response.content);
  }
}

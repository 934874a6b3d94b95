import { type ApiDescription, type ApiMedia, operationsOf } from '../api-description.js';
import { ExampleMaker } from './example-maker.js';

/** An example of every parameter, of what is sent and of what comes back. One that is written at its source stays. */
export function addExamples(description: ApiDescription): void {
  const schemas = description.components.schemas ?? {};
  const whole = new ExampleMaker(schemas);
  const toMedia = (examples: ExampleMaker, content: Record<string, ApiMedia> = {}): void => {
    for (const media of Object.values(content)) {
      const { schema } = media;
      if (!schema || 'example' in media || 'examples' in media || schema.format === 'binary') continue;
      media.example = examples.of(schema);
    }
  };
  for (const { operation } of operationsOf(description)) {
    for (const parameter of operation.parameters ?? [])
      parameter.example ??= whole.of(parameter.schema ?? {}, parameter.name);
    toMedia(new ExampleMaker(schemas, true), operation.requestBody?.content);
    for (const response of Object.values(operation.responses)) toMedia(whole, response.content);
  }
}

import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';

/** What comes back is a file of one of these media types, as the API's description is to say. */
export const Sends = (...mediaTypes: string[]) =>
  applyDecorators(ApiOkResponse({ description: 'The file', content: contentOf(mediaTypes) }));

/** The same of a file that is sent in parts too, to whoever asks by `Range` (RFC 9110 §14). */
export const SendsInParts = (...mediaTypes: string[]) =>
  applyDecorators(
    Sends(...mediaTypes),
    ApiResponse({ status: 206, description: 'The part that `Range` asks for', content: contentOf(mediaTypes) }),
  );

function contentOf(mediaTypes: readonly string[]) {
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema: schemaOf(type) }]));
}

function schemaOf(mediaType: string): { type: string; format?: string } {
  if (mediaType === 'application/json') return { type: 'object' };
  const isText = mediaType.startsWith('text/') || mediaType === 'application/x-ndjson';
  return isText ? { type: 'string' } : { type: 'string', format: 'binary' };
}

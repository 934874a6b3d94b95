import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

/** What comes back is a file of one of these media types, as the API's description is to say. */
export const Sends = (...mediaTypes: string[]) => {
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: schemaOf(type) }]));
  return applyDecorators(ApiOkResponse({ description: 'The file', content }));
};

function schemaOf(mediaType: string): { type: string; format?: string } {
  if (mediaType === 'application/json') return { type: 'object' };
  const isText = mediaType.startsWith('text/') || mediaType === 'application/x-ndjson';
  return isText ? { type: 'string' } : { type: 'string', format: 'binary' };
}

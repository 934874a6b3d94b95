/** As much of OpenAPI 3 as the reference page shows. */
export interface ApiSchema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  enum?: unknown[];
  items?: ApiSchema;
  properties?: Record<string, ApiSchema>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  allOf?: ApiSchema[];
}

export interface ApiOperation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: ApiSchema }[];
  requestBody?: { content: Record<string, { schema?: ApiSchema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: ApiSchema }> }>;
  'x-permission'?: string;
}

export interface ApiDescription {
  paths: Record<string, Record<string, ApiOperation>>;
  components?: { schemas?: Record<string, ApiSchema> };
}

/** As much of a JSON Schema as the description uses. `nullable` is the word of OpenAPI 3.0: it is gone when it leaves here. */
export interface ApiSchema {
  $ref?: string;
  type?: string | string[];
  nullable?: boolean;
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  items?: ApiSchema;
  properties?: Record<string, ApiSchema>;
  additionalProperties?: boolean | ApiSchema;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  allOf?: ApiSchema[];
  oneOf?: ApiSchema[];
  anyOf?: ApiSchema[];
}

export interface ApiParameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: ApiSchema;
  example?: unknown;
}

export interface ApiMedia {
  schema?: ApiSchema;
  example?: unknown;
}

export interface ApiResponse {
  $ref?: string;
  description?: string;
  content?: Record<string, ApiMedia>;
  headers?: Record<string, { description?: string; schema?: ApiSchema }>;
}

export interface ApiOperation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: ApiParameter[];
  requestBody?: { required?: boolean; content: Record<string, ApiMedia> };
  responses: Record<string, ApiResponse>;
  'x-permission'?: string;
  /** Every code that its own rules can answer with, beside those that any operation can */
  'x-codes'?: string[];
}

export interface ApiDescription {
  openapi: string;
  info: Record<string, unknown>;
  servers?: { url: string; description?: string }[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components: {
    schemas?: Record<string, ApiSchema>;
    responses?: Record<string, ApiResponse>;
    securitySchemes?: Record<string, Record<string, unknown>>;
  };
}

export interface DescribedOperation {
  method: string;
  path: string;
  operation: ApiOperation;
}

/** Every operation with where it stands. */
export function operationsOf(description: ApiDescription): DescribedOperation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

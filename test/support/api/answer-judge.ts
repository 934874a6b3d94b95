import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DescribedApi, DescribedOperation } from './described-api.js';

export interface Answered {
  status: number;
  contentType: string;
  text: string;
}

/** Holds answers against what the description promises: the status, the media type and, of JSON, the shape. */
export class AnswerJudge {
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

  constructor(private readonly api: DescribedApi) {
    this.ajv.addSchema({ $id: 'api:', components: api.description.components });
  }

  /** What is wrong with the answer; null when it is as promised. */
  fault({ method, operation }: DescribedOperation, { status, contentType, text }: Answered): string | null {
    if (status >= 500) return `server error ${status}: ${text.slice(0, 200)}`;
    // A conditional request is answered so by HTTP itself.
    const response = status === 304 ? { description: '' } : this.api.response(operation, status);
    if (!response) return `undocumented status ${status}: ${text.slice(0, 200)}`;
    if (status === 204 || status === 304 || text === '' || method === 'head') return null;
    const type = contentType.split(';')[0]?.trim() ?? '';
    const media = response.content?.[type];
    if (!media) return `undocumented media type ${type} of ${status}: ${text.slice(0, 100)}`;
    if (!type.endsWith('json') || !media.schema) return null;
    const name = `${operation.operationId} ${status} ${type}`;
    const schema = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/', '"api:#/')) as object;
    const validate = this.validators.get(name) ?? this.ajv.compile(schema);
    this.validators.set(name, validate);
    if (validate(JSON.parse(text))) return null;
    const [first] = validate.errors ?? [];
    return `shape of ${status}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`;
  }
}

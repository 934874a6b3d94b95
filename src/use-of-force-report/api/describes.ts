import { ApiExtraModels, ApiProperty, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { RESPONSE_STATES } from '../rules/answer.js';
import type { Element, ElementForm } from '../rules/element.js';

/** In the place of a value that there is not */
export class UnansweredDto {
  @ApiProperty({ enum: [...RESPONSE_STATES] })
  state!: (typeof RESPONSE_STATES)[number];
}

interface Description<Name extends string> {
  /** Those whose value must stand there */
  fixed?: readonly Name[];
  /** Those that must be told, if only why there is no value */
  told?: readonly Name[];
  /** Those that the class describes by itself */
  besides?: readonly Name[];
}

/** Describes a class by a table of elements. */
export function Describes<Name extends string>(
  elements: Readonly<Record<Name, Element<unknown>>>,
  { fixed = [], told = [], besides = [] }: Description<NoInfer<Name>> = {},
): ClassDecorator {
  return (target) => {
    ApiExtraModels(UnansweredDto)(target);
    const prototype = target.prototype as object;
    for (const [name, element] of Object.entries<Element<unknown>>(elements)) {
      const among = (names: readonly string[]): boolean => names.includes(name);
      if (among(besides)) continue;
      const options = among(fixed) ? valueOnly(element) : valueOrState(element, among(told));
      ApiProperty(options)(prototype, name);
    }
  };
}

function valueOnly({ form, says }: Element<unknown>): ApiPropertyOptions {
  return { description: says, ...schemaOf(form) };
}

function valueOrState({ form, says }: Element<unknown>, told: boolean): ApiPropertyOptions {
  const oneOf = [schemaOf(form), { $ref: getSchemaPath(UnansweredDto) }];
  return { type: Object, description: says, oneOf, nullable: !told, required: told };
}

function schemaOf(form: ElementForm): object {
  switch (form.kind) {
    case 'text':
      return { type: 'string', maxLength: form.most };
    case 'choice':
      return { type: 'string', enum: [...form.choices] };
    case 'code':
      return form.list ? { type: 'array', items: { type: 'string' } } : { type: 'string' };
    case 'number':
      return { type: form.whole ? 'integer' : 'number', minimum: form.least, maximum: form.most };
    case 'yes-or-no':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'words':
      return { type: 'array', items: { type: 'string' }, maxItems: 20 };
    case 'agencies':
      return {
        type: 'array',
        items: { type: 'object', properties: { ori: { type: 'string' }, caseNumber: { type: 'string' } } },
      };
  }
}

import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { type Fault, RuleBroken } from '../../platform/errors/rule-broken.js';
import { validationProblem } from '../../platform/errors/validation-problem.js';
import type { Language } from '../../platform/html/language.js';
import { faultTexts } from '../texts/fault.texts.js';

/** Something wrong with a field of a form, told to who wrote it. */
export interface FieldFault {
  field: string;
  message: string;
}

/** The answer as the API's own class has it, checked by the API's own rules. @throws RuleBroken invalid (422) */
export async function checkedForm<T extends object>(shape: new () => T, form: object): Promise<T> {
  const said = plainToInstance(shape, form);
  const errors = await validate(said, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw validationProblem(errors);
  return said;
}

/** The faults of a refusal, one a field, in the reader's language. Null: it was no refusal of what the form holds. */
export function formFaults(error: unknown, language: Language): FieldFault[] | null {
  if (!(error instanceof RuleBroken) || error.status !== 422 || error.faults.length === 0) return null;
  const byField = new Map<string, FieldFault>();
  for (const fault of error.faults) {
    const field = fieldOf(fault);
    if (!byField.has(field)) byField.set(field, { field, message: messageOf(field, fault, language) });
  }
  return [...byField.values()];
}

/** `/complainant/name` is the field `name`; `/allegations/1` is one of the boxes `allegations`. */
function fieldOf({ path, code }: Fault): string {
  if (code === 'nobody-named') return 'name';
  return path.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';
}

function messageOf(field: string, { code, message }: Fault, language: Language): string {
  const texts = faultTexts[language];
  return texts[`${field} ${code}`] ?? texts[code] ?? texts[field] ?? message;
}

import { Ajv } from 'ajv';
import { QUICKLY_COMPILED } from '../../platform/quickly-compiled.js';
import { readdirSync, readFileSync } from 'node:fs';
import { type CompiledForm, compileForm } from '../rules/form/compiled-form.js';
import type { FormDocument } from '../rules/form/form-document.js';
import { formFaults } from '../rules/form/form-faults.js';
import { formSchema } from '../rules/form/form-schema.js';
import type { ProfileDocument } from '../rules/profile/profile-document.js';

const FOLDER = new URL('../forms/', import.meta.url);
const isForm = new Ajv({ ...QUICKLY_COMPILED, allErrors: true, strict: false }).compile<FormDocument>(formSchema);
let forms: ReadonlyMap<string, FormDocument> | null = null;
const compiled = new WeakMap<ProfileDocument, CompiledForm>();

/** The forms that come with the program, by the profile that they are of. */
export function shippedForms(): ReadonlyMap<string, FormDocument> {
  return (forms ??= new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .map((name) => checkedForm(name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))))
      .map((form) => [form.profile, form] as const),
  ));
}

/** The form of a profile, with the codes of this version of it; null: the programme has none here. */
export function formOf(profile: ProfileDocument): CompiledForm | null {
  const known = compiled.get(profile);
  if (known) return known;
  const document = shippedForms().get(profile.id);
  if (!document) return null;
  const faults = formFaults(document, profile);
  if (faults.length > 0)
    throw new Error(`The form of ${profile.id} does not fit ${profile.version}: ${faults.join('; ')}.`);
  const form = compileForm(document, profile);
  compiled.set(profile, form);
  return form;
}

function checkedForm(name: string, document: unknown): FormDocument {
  if (isForm(document)) return document;
  const [first] = isForm.errors ?? [];
  throw new Error(`${name} has not the form of a form: ${first?.instancePath} ${first?.message}.`);
}

import { shippedForms } from '../../src/use-of-force-report/records/shipped-forms.js';
import type { CompiledForm } from '../../src/use-of-force-report/rules/form/compiled-form.js';
import type { FormField } from '../../src/use-of-force-report/rules/form/form-document.js';
import type { ProfileDocument } from '../../src/use-of-force-report/rules/profile/profile-document.js';
import { wordForm } from '../../src/use-of-force-report/rules/profile/word-form.js';

export type Item = Record<string, unknown>;

/** A value that the field can carry, the `turn`th of its list: told from the data, not by the code that is tested. */
function valueFor(field: FormField, profile: ProfileDocument, turn: number): Item {
  const name = [field.at].flat()[0]!;
  const alone = field.one ? 1 : 2;
  if (field.as === 'number') return { [name]: 1 };
  if (field.as === 'day') return { [name]: '2026-03-14' };
  if (field.as === 'clock') return { [name]: 23, occurredMinute: 7 };
  if (field.as === 'text') return { [name]: `=1+1; "a, b" | \\ ${turn}` };
  if (field.as === 'value') return { [name]: [{ ori: 'NJ0010200', caseNumber: '26-1' }] };
  if (field.as === 'words') return { [name]: ['-cmd;x', `[two|${turn}`].slice(0, alone) };
  const list = profile.lists[field.list!]!;
  const states = Object.values(list.states ?? shippedForms().get(profile.id)!.states ?? {});
  const codes = list.codes.filter(({ code }) => !states.includes(code));
  const wordOf = (at: number): string[] => {
    const { label, from = [] } = codes[at % codes.length]!;
    const words = [...from, wordForm(label)];
    return (field.with === undefined ? undefined : words.find((word) => word.includes('/')))?.split('/') ?? [words[0]!];
  };
  const [word, second] = wordOf(turn);
  if (field.as === 'codes') return { [name]: [...new Set([word, wordOf(turn + 1)[0]])].slice(0, alone) };
  const value = word === 'true' ? true : word === 'false' ? false : word;
  return { [name]: value, ...(second === undefined ? {} : { [field.with!]: second }) };
}

/** A record with every element that the form carries; `turn` goes through the codes of its lists. */
export function recordFor({ document }: CompiledForm, profile: ProfileDocument, turn: number): Item {
  const item = (fields: readonly FormField[], at: number): Item => {
    const filled = new Set<string>();
    const told: Item = {};
    for (const field of fields) {
      // Of several elements for one field each has its turn.
      const rivals = fields.filter(({ to, reads }) => to === field.to && reads !== false);
      if (field.reads === false || filled.has(field.to) || rivals[at % rivals.length] !== field) continue;
      filled.add(field.to);
      Object.assign(told, inSingular(field, valueFor(field, profile, at)));
    }
    return told;
  };
  const { under } = document.force;
  const links =
    under === 'subjects'
      ? [{ subject: 1 }, { subject: 2 }]
      : under === 'officers'
        ? [{ officer: 1 }, { officer: 2 }]
        : [{}, {}];
  const more =
    document.rows === 'officers'
      ? [
          { officer: 1, subject: 2 },
          { officer: 2, subject: 1 },
        ]
      : links;
  return {
    ...item(document.incident, turn),
    subjects: [0, 1].map((at) => item(document.subjects.fields, turn + at)),
    officers: [0, 1].map((at) => item(document.officers.fields, turn + at)),
    force: more.map((link, at) => ({ ...item(document.force.fields, turn + at), ...link })),
  };
}

/** One value of a list is its singular's, where it has one. */
function inSingular({ at }: FormField, value: Item): Item {
  const [list = '', singular] = [at].flat();
  const values = value[list];
  return singular === undefined || !Array.isArray(values) || values.length > 1 ? value : { [singular]: values[0] };
}

import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { PublishedColumn } from './release-descriptor.js';

const FORMS: Record<PublishedColumn['type'], { readonly form: RegExp; readonly words: string }> = {
  text: { form: /^[^]{1,500}$/u, words: 'a text of at most 500 characters' },
  integer: { form: /^-?\d{1,9}$/, words: 'a whole number' },
  boolean: { form: /^(true|false)$/, words: '`true` or `false`' },
  date: { form: /^\d{4}-\d{2}-\d{2}$/, words: 'a date, YYYY-MM-DD' },
};

/** A value of the column's type; null for an empty one. @throws RuleBroken bad-value (400) */
export function filterValue({ name, type }: PublishedColumn, text: string): string | null {
  if (text === '') return null;
  const { form, words } = FORMS[type];
  if (form.test(text) && (type !== 'date' || !Number.isNaN(Date.parse(text)))) return text;
  const message = `\`${name}\` takes ${words}.`;
  throw new RuleBroken('bad-value', message, 400, [{ path: `/${name}`, code: 'bad-value', message }]);
}

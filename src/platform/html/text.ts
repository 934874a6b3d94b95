import { Html, html } from './html.js';
import type { Language } from './language.js';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };

export type MessageKey = keyof typeof en;

/** Every language has every message: a key that one of them lacks does not compile. */
const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, es };
const PLACE = /\{(\w+)\}/g;

export type Values = Readonly<Record<string, string | number>>;

/** A message in that language. `{name}` stands for a value; numbers are written as that language writes them. */
export function text(language: Language, key: MessageKey, values: Values = {}): string {
  return MESSAGES[language][key].replace(PLACE, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The message ${key} needs ${name}.`);
    return typeof value === 'number' ? number(language, value) : value;
  });
}

/** The same with markup for values, as links; what is not markup is escaped as everywhere. */
export function phrase(language: Language, key: MessageKey, values: Readonly<Record<string, Html | string>>): Html {
  const parts = MESSAGES[language][key].split(PLACE);
  return html`${parts.map((part, at) => (at % 2 === 0 ? part : (values[part] ?? '')))}`;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

/** At most two decimals unless told otherwise. */
export function number(language: Language, value: number, decimals = 2): string {
  return value.toLocaleString(LOCALES[language], { maximumFractionDigits: decimals });
}

/** A day, written out. Instants are told by their day in UTC, as the addresses and files of releases tell them. */
export function day(language: Language, instant: Date): string {
  return instant.toLocaleDateString(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
}

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import { phrase, text } from './text.js';

type Messages = Readonly<Record<string, string>>;
const SOURCES = new URL('../../', import.meta.url);

function sources(): string {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(new URL(file, SOURCES), 'utf8'))
    .join('\n');
}

/** What is wrong with the messages of two languages and the code that shows them. */
function messageFaults(one: Messages, other: Messages, code: string): string[] {
  const places = (message = ''): string => [...new Set(message.match(/\{\w+\}/g))].sort().join();
  const all = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const words = new Set(code.match(/[a-z]+(?:\.[\w-]+)+/gi));
  // A key may be put together: `rate.${how}`.
  const begun = [...code.matchAll(/`([a-z]+\.[\w-]*)\$\{/g)].map(([, start = '']) => start);
  const isShown = (key: string): boolean => words.has(key) || begun.some((start) => key.startsWith(start));
  return all.flatMap((key) => [
    ...(key in one && key in other ? [] : [`${key} is in one language only`]),
    ...(key in one && key in other && places(one[key]) !== places(other[key]) ? [`${key} takes other values`] : []),
    ...(isShown(key) ? [] : [`${key} is shown nowhere`]),
    ...([one[key], other[key]].includes('') ? [`${key} says nothing`] : []),
  ]);
}

describe('messages', () => {
  it('are in every language, take the same values, and are all shown somewhere', () => {
    expect(messageFaults(en, es, sources())).toEqual([]);
  });

  it.each([
    ['a message that is missing', { ...es, 'shell.skip': undefined }, 'shell.skip is in one language only'],
    ['a message that nobody shows', { ...es, 'shell.none': 'Nada' }, 'shell.none is shown nowhere'],
    ['a message that takes another value', { ...es, 'shell.skip': 'Ir a {x}' }, 'shell.skip takes other values'],
    ['a message that says nothing', { ...es, 'shell.skip': '' }, 'shell.skip says nothing'],
  ])('are found wanting by %s', (_, planted, fault) => {
    const given = Object.fromEntries(Object.entries(planted).filter(([, value]) => value !== undefined)) as Messages;
    expect(messageFaults(en, given, sources())).toContain(fault);
  });

  it('take values, and escape them where they are markup', () => {
    expect(text('es', 'shell.skip')).toBe('Ir al contenido');
    expect(() => text('en', 'dictionary.count')).toThrow('needs');
    expect(text('en', 'dictionary.count', { count: 12345 })).toContain('12,345');
    expect(phrase('en', 'dictionary.count', { count: '<b>' }).text).toContain('&lt;b&gt;');
  });
});

import type { Chance } from './chance.js';

/** What attackers, programs and tired people write. */
export const NASTY = [
  ...[
    "'",
    "''",
    '"',
    '`',
    '(',
    ')',
    ',',
    ';',
    '--',
    '/*',
    '*/',
    '\\',
    '$1',
    '::text',
    '@',
    '{',
    '\u0000',
    '\ud83d',
    '￿',
  ],
  ...[
    '; DROP TABLE published.release; --',
    "' OR '1'='1",
    ' UNION SELECT * FROM pg_user',
    'pg_sleep(10)',
    'row_number',
  ],
  ...['t.row_number', 'ctid', 'xmin', 'tableoid', 'current_user', 'version()', '1e999', '9'.repeat(30), '9'.repeat(31)],
  ...[
    ' and ',
    ' or ',
    ' not ',
    ' is null',
    ' like ',
    ' in (',
    ' between ',
    'null',
    'true',
    ' as x',
    ' desc',
    ':id',
    ':*',
    '*',
  ],
  ...[
    'count(*)',
    'sum(',
    'max(',
    'case(',
    'coalesce(',
    'distinct ',
    '-',
    '- -',
    '%',
    '||',
    '/0',
    '=',
    '<>',
    '(('.repeat(40),
  ],
];

/** The question with something broken, doubled, swapped or smuggled in. It may still make sense. */
export function mutated(
  chance: Chance,
  parameters: Record<string, string>,
  other: Record<string, string>,
): Record<string, string> {
  const names = Object.keys(parameters);
  if (names.length === 0) return { $where: chance.from(NASTY) };
  const name = chance.from(names);
  const text = parameters[name]!;
  const at = chance.to(text.length + 1);
  const end = at + chance.to(6);
  const elsewhere = chance.from(Object.values(other).concat(text));
  const from = chance.to(elsewhere.length);
  const piece = elsewhere.slice(from, from + chance.to(20));
  const change = chance.from([
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, at) + chance.from(NASTY) + text.slice(at),
    () => text.slice(0, at) + chance.from(NASTY) + text.slice(end),
    () => text.slice(0, at) + piece + text.slice(end),
    () => text.slice(0, at) + text.slice(0, end),
    () =>
      text
        .split(/\s+/)
        .toSorted(() => chance.next() - 0.5)
        .join(' '),
    () => elsewhere,
  ]);
  const moved = chance.of(0.1)
    ? chance.from(['$where', '$select', '$group', '$order', '$having', '$limit', '$query', '$q'])
    : name;
  return { ...parameters, [moved]: change() };
}

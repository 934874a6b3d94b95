import { describe, expect, it } from '@jest/globals';
import { copyLine } from './copy-line.js';

describe('a line of COPY', () => {
  it.each([
    ['parts its values by tabs', [1, 'a', true], '1\ta\ttrue\n'],
    ['writes what is not known as \\N, and an empty text as nothing', [null, '', 2], '\\N\t\t2\n'],
    ['may begin with an empty text', ['', 'a'], '\ta\n'],
    ['escapes what would end a value or a line', ['a\tb\\N\nc\r'], 'a\\tb\\\\N\\nc\\r\n'],
    ['writes lists as array literals, quoted', [['a', 'b "c"', '\\']], '{"a","b \\\\"c\\\\"","\\\\\\\\"}\n'],
    ['tells an empty list from none', [[], null], '{}\t\\N\n'],
  ])('%s', (_what, values, line) => {
    expect(copyLine(values)).toBe(line);
  });
});

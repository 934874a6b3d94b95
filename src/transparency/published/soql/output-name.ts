import type { Expression } from './syntax.js';

const LONGEST = 60;

/** The name of what was given none: `count(*)` is `count`, `sum(age)` is `sum_age`, `age` is `age`. */
export function outputName(expression: Expression): string {
  if (expression.kind === 'column') return expression.name;
  const name = wordsOf(expression).join('_').slice(0, LONGEST);
  return name === '' ? 'value' : name;
}

function wordsOf(expression: Expression): string[] {
  const own = expression.kind === 'literal' ? expression.value : expression.name;
  const word = own
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  const below = expression.kind === 'call' ? expression.operands.flatMap(wordsOf) : [];
  return [word, ...below].filter((each) => each !== '');
}

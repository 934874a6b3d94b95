import { DEEPEST, FORBIDDEN_KEYS, hostileInput, MOST_KEYS, MOST_VALUES, pointerOf } from './hostile-input.js';

/** A string, a bracket or a comma: all that decides where in a document one is. Nothing in it can be tried in two ways. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/gs;

interface Open {
  /** Names of an object so far; null in a list */
  keys: Set<string> | null;
  /** Where in it the document stands: the name, or how many came before */
  step: string | number;
  expectsKey: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body as `JSON.parse` does, and refuses what that takes in silence: the same field twice, of which the
 * last would win, and names that change what objects are. Depth and number are bounded before anything is made of it.
 * @throws RuleBroken malformed (400), with the place as a JSON pointer
 */
export function readJson(bytes: Buffer): unknown {
  const text = decoded(bytes);
  refuseStructure(text);
  try {
    return JSON.parse(text);
  } catch {
    throw hostileInput('not-json', '');
  }
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw hostileInput('not-utf-8', '');
  }
}

function refuseStructure(text: string): void {
  const open: Open[] = [];
  const place = (): string => pointerOf(open.map(({ step }) => step));
  let values = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const within = open.at(-1);
    if (token === '{' || token === '[') {
      if (++values > MOST_VALUES) throw hostileInput('too-many-values', '');
      if (open.length >= DEEPEST) throw hostileInput('too-deep', place());
      const isObject = token === '{';
      open.push({ keys: isObject ? new Set() : null, step: isObject ? '' : 0, expectsKey: isObject });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',') nextIn(within);
    else if (within?.keys && within.expectsKey) noteKey(within, within.keys, token, place);
  }
}

function nextIn(within: Open | undefined): void {
  if (!within) return;
  if (typeof within.step === 'number') within.step++;
  within.expectsKey = within.keys !== null;
}

function noteKey(within: Open, keys: Set<string>, token: string, place: () => string): void {
  const key = nameIn(token);
  within.expectsKey = false;
  within.step = key;
  if (FORBIDDEN_KEYS.has(key)) throw hostileInput('forbidden-key', place());
  if (keys.has(key)) throw hostileInput('duplicate-key', place());
  if (keys.add(key).size > MOST_KEYS) throw hostileInput('too-many-keys', place());
}

/** A name may be written with escapes: `"\u0061"` is `"a"`. */
function nameIn(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    throw hostileInput('not-json', '');
  }
}

import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { homeOf, sourceFile } from './source-file.js';

const SOURCES = fileURLToPath(new URL('../../../src', import.meta.url));
/** What every request meets answers with codes that stand at every operation anyway. */
const MET_BY_ALL = join(SOURCES, 'platform/');
const CONSTRUCTOR = /^ {2}constructor\(.*?\) \{\}$/ms;
const METHOD = /^ {2}(?:private )?(?:async )?(\w+)\(.*?^ {2}\}$/gms;

/**
 * By `Controller.handler`, the codes that its rules can answer with: read from the sources, along the imports of what the
 * handler calls. It lists too many rather than too few. Needs the sources; only the description is made with it.
 */
export function codesByHandler(): Map<string, string[]> {
  return new Map(
    readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.controller.ts'))
      .flatMap((path) => handlersIn(resolve(SOURCES, path))),
  );
}

function handlersIn(path: string): [string, string[]][] {
  const { text } = sourceFile(path);
  return text.split(/^export (?=class )/m).flatMap((part) => {
    const controller = /^class (\w+)/.exec(part)?.[1];
    if (controller === undefined) return [];
    const methods = new Map(
      [...part.replace(CONSTRUCTOR, '').matchAll(METHOD)].map(([method, name = '']) => [name, method]),
    );
    const types = new Map([...part.matchAll(/readonly (\w+): (\w+)/g)].map(([, name = '', type = '']) => [name, type]));
    return [...methods.keys()].map((name): [string, string[]] => {
      const words = wordsOf(name, methods, types);
      return [`${controller}.${name}`, codesFrom(path, words)];
    });
  });
}

/** Every name that a handler uses, also through the controller's other methods and what it was constructed with. */
function wordsOf(name: string, methods: ReadonlyMap<string, string>, types: ReadonlyMap<string, string>): Set<string> {
  const words = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [word] of (methods.get(next) ?? '').matchAll(/\w+/g)) {
      if (words.has(word)) continue;
      words.add(word);
      const type = types.get(word);
      if (type !== undefined) words.add(type);
      if (methods.has(word)) waiting.push(word);
    }
  }
  return words;
}

function codesFrom(path: string, words: ReadonlySet<string>): string[] {
  const start = [...sourceFile(path).imported].filter(([name]) => words.has(name)).map(([, origin]) => homeOf(origin));
  const seen = new Set<string>();
  const codes = new Set<string>();
  for (let next = start.pop(); next !== undefined; next = start.pop()) {
    if (seen.has(next) || next.startsWith(MET_BY_ALL)) continue;
    seen.add(next);
    const file = sourceFile(next);
    for (const code of file.codes) codes.add(code);
    start.push(...[...file.imported.values()].map(homeOf));
  }
  return [...codes].sort();
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is imported to be run: types are gone by then. */
const CODE = /^(?:import|export) (?!type )(?:[^;'"]*from )?['"](\.[^'"]+)\.js['"]|import\(['"](\.[^'"]+)\.js['"]/gm;
const direct = new Map();

function importsOf(file) {
  if (!direct.has(file)) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const named = [...text.matchAll(CODE)];
    direct.set(
      file,
      named.map(([, path, later]) => join(dirname(file), `${path ?? later}.ts`)),
    );
  }
  return direct.get(file);
}

/** Every file of ours that this one has in it, by however many others in between. */
export function importedBy(file) {
  const found = new Set();
  const left = [file];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    left.push(...importsOf(next));
  }
  return found;
}

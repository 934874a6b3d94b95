import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCodesIn } from './error-codes-in.js';

/** `import { A, type B } from './a.js'` and `export { A } from './a.js'`, as the formatter leaves them. */
const FROM = /^(import|export) \{([^}]*)\} from '(\.[^']*)\.js';$/gms;

/** What one source takes from where, and the codes that it says. */
export interface SourceFile {
  text: string;
  codes: readonly string[];
  /** By the name that it has here: the file that the thing is from, and its name there */
  imported: ReadonlyMap<string, Origin>;
  handedOn: ReadonlyMap<string, Origin>;
}

interface Origin {
  path: string;
  name: string;
}

const known = new Map<string, SourceFile>();

export function sourceFile(path: string): SourceFile {
  const before = known.get(path);
  if (before) return before;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const file = {
    text,
    codes: errorCodesIn(text),
    imported: namesOf('import', path, text),
    handedOn: namesOf('export', path, text),
  };
  known.set(path, file);
  return file;
}

/** The file that really holds what is imported: an index only hands it on. */
export function homeOf({ path, name }: Origin): string {
  const further = sourceFile(path).handedOn.get(name);
  return further ? homeOf(further) : path;
}

function namesOf(word: 'import' | 'export', path: string, text: string): Map<string, Origin> {
  const found = [...text.matchAll(FROM)].filter(([, kind]) => kind === word);
  return new Map(
    found.flatMap(([, , names = '', from = '']) => {
      const origin = resolve(dirname(path), `${from}.ts`);
      return names.split(',').flatMap((part): [string, Origin][] => {
        const [name = '', own = name] = part.trim().split(' as ');
        return name === '' || name.startsWith('type ') ? [] : [[own, { path: origin, name }]];
      });
    }),
  );
}

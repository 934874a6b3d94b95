import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'sh' | 'python' | 'r';
export interface Snippet {
  language: Language;
  code: string;
}

export interface Ran {
  /** Why it was not run; null: it was. */
  missing: string | null;
  /** null: it was not run */
  status: number | null;
  stdout: string;
  stderr: string;
}

const PROGRAMS: Readonly<Record<Language, string>> = { sh: 'bash', python: 'python3', r: 'Rscript' };
/** Programs that print where they are themselves, then the packages that they lack, one a line. */
const SELF: Readonly<Record<Language, (packages: readonly string[]) => string>> = {
  sh: () => 'echo "$BASH"',
  python: (packages) =>
    `import importlib.util as u, sys; print(sys.executable, *[n for n in ${JSON.stringify(packages)} if u.find_spec(n) is None], sep="\\n")`,
  r: (packages) =>
    `cat("Rscript", Filter(function(n) !requireNamespace(n, quietly = TRUE), c(${packages.map((name) => `"${name}"`).join()})), sep = "\\n")`,
};

/** Every block of a page in a language that is run. */
export function snippetsOf(page: string): Snippet[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/```(sh|python|r)\n(.*?)```/gs);
  return [...blocks].map(([, language, code]) => ({ language: language as Language, code: code! }));
}

/** Runs snippets as their readers would; one that needs what is not here is not run, and says so. */
export class SnippetRunner {
  private readonly found = new Map<Language, Promise<{ program: string | null; lacking: string[] }>>();

  constructor(
    private readonly directory: string,
    private readonly environment: Record<string, string>,
    /** All that will be run: what they need is looked for once a language. */
    private readonly all: readonly Snippet[],
  ) {}

  async run({ language, code }: Snippet): Promise<Ran> {
    const { program, lacking } = await this.lookFor(language);
    const without = packagesOf(language, code).find((name) => lacking.includes(name));
    const missing = program === null ? PROGRAMS[language] : without;
    if (program === null || missing !== undefined)
      return { missing: missing ?? '', status: null, stdout: '', stderr: '' };
    return { missing: null, ...(await this.execute(program, this.wordsFor(language, code))) };
  }

  private lookFor(language: Language) {
    const packages = [...new Set(this.all.flatMap((each) => packagesOf(language, each.code)))];
    const looked =
      this.found.get(language) ??
      this.execute(PROGRAMS[language], this.wordsFor(language, SELF[language](packages))).then(({ status, stdout }) => {
        const [program = '', ...lacking] = stdout.trim().split('\n');
        return { program: status === 0 ? program : null, lacking };
      });
    this.found.set(language, looked);
    return looked;
  }

  /** R takes several lines from a file alone. */
  private wordsFor(language: Language, code: string): string[] {
    if (language === 'sh') return ['--norc', '-euo', 'pipefail', '-c', code];
    if (language === 'python') return ['-c', code];
    writeFileSync(join(this.directory, 'snippet.R'), code);
    return ['snippet.R'];
  }

  /** Not in this process's own time: the server that they ask is in it. */
  private async execute(program: string, words: string[]): Promise<Omit<Ran, 'missing'>> {
    const { PATH = '', HOME = '' } = process.env;
    const options = { cwd: this.directory, env: { PATH, HOME, ...this.environment }, timeout: 60_000 };
    return new Promise((resolve) => {
      execFile(program, words, options, (error, stdout, stderr) => {
        resolve({ status: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr });
      });
    });
  }
}

/** What it asks for with `import`, `from` or `library()`. */
function packagesOf(language: Language, code: string): string[] {
  if (language === 'r') return [...code.matchAll(/^library\((\w+)\)/gm)].map(([, name]) => name!);
  if (language === 'sh') return [];
  return [...code.matchAll(/^(?:import|from) (\w+(?:, \w+)*)/gm)].flatMap(([, names]) => names!.split(', '));
}

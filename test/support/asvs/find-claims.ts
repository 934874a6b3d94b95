import { globSync, readFileSync } from 'node:fs';

/** A requirement that a test says it shows. */
export interface Claim {
  id: string;
  file: string;
  line: number;
  /** The title of the test that follows */
  test: string;
}

const MARK = /^\s*\/\/ ASVS 5\.0: (V[\d., V]+)$/;
const TITLE = /^\s*(?:it|describe)(?:\.each.*)?(?:\(\s*|\)\()(['"`])(.+?)\1/;

/** Every `// ASVS 5.0: V1.2.3, V4.5.6` above a test in our own files. */
export function claimsOf(files: readonly string[] = globSync('{src,test}/**/*.spec.ts').sort()): Claim[] {
  return files.flatMap((file) => claimsIn(file, readFileSync(file, 'utf8')));
}

export function claimsIn(file: string, text: string): Claim[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const ids = MARK.exec(line)?.[1]?.split(/, /) ?? [];
    const test = titleAfter(lines.slice(at + 1, at + 40));
    return ids.map((id) => ({ id, file, line: at + 1, test }));
  });
}

function titleAfter(lines: readonly string[]): string {
  for (const line of lines) {
    const title = TITLE.exec(line)?.[2] ?? /^\s*\]\)\(\s*(['"`])(.+?)\1/.exec(line)?.[2];
    if (title !== undefined) return title;
  }
  return '';
}

import type { ListedFile } from '../../verify/index.js';

/** As `sha256sum -c` reads it. */
export function checksums(files: readonly ListedFile[]): string {
  return files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below these directories, byte by byte, whatever it is: tables, WAL, logs, keys. Returns `file: trace` for each
 * trace that stands in one, in UTF-8 or as the hex that PostgreSQL shows bytes in.
 */
export function findTraces(directories: readonly string[], traces: readonly string[]): string[] {
  const needles = traces.flatMap((trace) =>
    [Buffer.from(trace), Buffer.from(Buffer.from(trace).toString('hex'))].map((bytes) => ({ trace, bytes })),
  );
  return directories.flatMap(filesBelow).flatMap((file) => {
    const content = readFileSync(file);
    return [...new Set(needles.filter(({ bytes }) => content.includes(bytes)).map(({ trace }) => `${file}: ${trace}`))];
  });
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

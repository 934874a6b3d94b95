import { globSync } from 'node:fs';

const PATH = /(?<![\w./-])(?:src|test|bench|docs)\/[\w./*-]*[\w*]/g;

/** The paths that a text names and that are not there, as seen from the project's own directory. */
export function pathsThatAreNotThere(text: string): string[] {
  const named = new Set(text.match(PATH));
  return [...named].filter((path) => globSync(path).length === 0).sort();
}

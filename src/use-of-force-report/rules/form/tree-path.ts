import type { Cell } from './value-writing.js';

/** Puts a value into a tree at a path of names parted by slashes, and makes the branches that lead there. */
export function putAt(tree: Record<string, Cell>, path: string, cell: Cell): void {
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  let node = tree;
  for (const step of steps) node = (node[step] ??= {}) as Record<string, Cell>;
  node[last] = cell;
}

/** What stands there; undefined where nothing does. */
export function atPath(tree: unknown, path: string): unknown {
  let node = tree;
  for (const step of path.split('/')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string, unknown>)[step];
  }
  return node;
}

import { readFile } from 'node:fs/promises';
import { type PublishedTable, type TableVerification, verifyTables } from './verify/index.js';

export interface TableFileVerification extends TableVerification {
  readonly path: string;
}

/** Whether a path is that of published frequency tables, by the name that they are published under. */
export const isTableFile = (path: string): boolean => path.endsWith('.tables.json');

/** Attacks the tables of a file as a reader would, all together: what several say of one cell counts. */
export async function verifyTableFile(path: string): Promise<TableFileVerification> {
  const read: unknown = JSON.parse(await readFile(path, 'utf8'));
  const tables = (Array.isArray(read) ? read : [read]) as PublishedTable[];
  return { path, ...verifyTables(tables) };
}

/** For people: what was attacked, and every cell that can be told too narrowly. */
export function describeTableVerification({ path, ok, tables, attacked, violations }: TableFileVerification): string[] {
  return [
    `${ok ? 'ok     ' : 'REFUSED'} ${path}`,
    `  ${tables} tables, ${attacked} withheld cells attacked`,
    `  violations: ${violations.length}`,
    ...violations.map(
      ({ code, table, cell, message }) =>
        `    ${code} ${table}${cell === undefined ? '' : `, cell ${cell}`}: ${message}`,
    ),
  ];
}

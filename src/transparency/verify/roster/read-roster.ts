import { readFile } from 'node:fs/promises';
import type { Report } from '../violation.js';
import { bloomOf, Roster, rosterProblem, type RosterFile } from './roster.js';

/**
 * A roster from a file: the filter that the board made, or a plain list, one identifier a line. A roster that cannot be
 * read is reported, for without it nothing was looked up.
 * @param listPath the plain list that confirms the filter's hits, for whoever may hold it
 */
export async function readRoster(path: string, report: Report, listPath?: string): Promise<Roster | null> {
  try {
    const text = await readFile(path, 'utf8');
    const list = text.trimStart().startsWith('{') ? null : linesOf(text);
    const json: unknown = list === null ? JSON.parse(text) : bloomOf(list);
    const problem = rosterProblem(json);
    if (problem !== null) report('roster-unreadable', `the roster: ${problem}`);
    if (problem !== null) return null;
    const exact = listPath === undefined ? list : linesOf(await readFile(listPath, 'utf8'));
    return Roster.ofFilter(json as RosterFile, exact);
  } catch (error) {
    report('roster-unreadable', `the roster: ${String(error)}`);
    return null;
  }
}

/** One identifier a line; empty lines are none. */
export const linesOf = (text: string): string[] => text.split(/\r?\n/u).filter((line) => line.trim() !== '');

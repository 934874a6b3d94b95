import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import { readSettings } from '../platform/settings.js';
import {
  describeSeries,
  describeTableVerification,
  describeVerification,
  type HeldAgainst,
  isTableFile,
  verifyFiles,
  verifySeriesFiles,
  verifyTableFile,
} from '../transparency/index.js';
import { answer, say } from './say.js';

/** Checks released files as anybody can: no database, no network. Exit code 1 when a promise is broken. */
export async function verifyOffline(
  what: string[],
  options: { jurisdiction?: string; json?: boolean },
  own: HeldAgainst = {},
): Promise<void> {
  const paths = await Promise.all(what.map((word) => pathOf(word, options.jurisdiction)));
  const show = (lines: string[], verification: { ok: boolean }): void => {
    lines.forEach(say);
    if (options.json) answer(verification);
    if (!verification.ok) process.exitCode = 1;
  };
  const releases = paths.filter((path) => !isTableFile(path));
  for (const each of releases.length === 0 ? [] : await verifyFiles(releases, own))
    show(describeVerification(each), each);
  for (const series of await verifySeriesFiles(releases, own)) show(describeSeries(series), series);
  for (const path of paths.filter(isTableFile)) {
    const tables = await verifyTableFile(path);
    show(describeTableVerification(tables), tables);
  }
}

/** A path as given, or the directory of a dataset's newest release below the data directory. */
async function pathOf(word: string, jurisdiction?: string): Promise<string> {
  if (existsSync(word)) return word;
  const releases = join(readSettings().dataDirectory, 'releases');
  const places = existsSync(releases) ? await readdir(releases) : [];
  const having = places.filter((place) => (jurisdiction ?? place) === place && existsSync(join(releases, place, word)));
  const [place] = having;
  if (place === undefined)
    throw new RuleBroken('no-such-release', `There is no file and no released dataset ${word} below ${releases}.`);
  if (having.length > 1)
    throw new RuleBroken(
      'which-jurisdiction',
      `${having.join(', ')} have a dataset ${word}: choose one with --jurisdiction.`,
    );
  const versions = await readdir(join(releases, place, word));
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest === undefined) throw new RuleBroken('no-such-release', `${word} of ${place} has no release yet.`);
  return join(releases, place, word, newest);
}

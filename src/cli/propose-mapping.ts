import { writeFile } from 'node:fs/promises';
import { RuleBroken } from '../platform/errors/rule-broken.js';
import { proposeForFile } from '../use-of-force-report/index.js';
import { say } from './say.js';

/** Drafts a mapping for a table, into a file that is not there yet or on standard output. Nothing is imported. */
export async function proposeMapping(files: readonly string[], out: string | undefined): Promise<void> {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new RuleBroken('one-file-wanted', 'A mapping is drafted for one table: name one file.', 422);
  const mapping = await proposeForFile(file);
  const text = `${JSON.stringify(mapping, null, 2)}\n`;
  for (const note of mapping.notes ?? []) say(note);
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text, { flag: 'wx', mode: 0o600 });
  if (out !== undefined)
    say(`The draft is in ${out}: look it over, then redress import mapped --mapping ${out} ${file}`);
}

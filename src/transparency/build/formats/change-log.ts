import type { PublishedManifest } from './published-manifest.js';
import type { ReleaseDifference } from './release-difference.js';

const HEAD = '# Changes';

/** The change log for people: this release before those that came before it. @param former the log of the release before */
export function changeLog(manifest: PublishedManifest, difference: ReleaseDifference, former: string | null): string {
  const { version, builtOn, title } = manifest;
  const lines =
    difference.from === null ? ['There was no release before that it could be compared with.'] : linesOf(difference);
  const section = `## ${version} (${builtOn})\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
  const earlier =
    former
      ?.split(/^(?=## )/m)
      .slice(1)
      .join('') ?? '';
  return [`${HEAD}: ${title}\n`, section, ...(earlier === '' ? [] : [earlier])].join('\n');
}

function linesOf({ from, to, columns, rows }: ReleaseDifference): string[] {
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  const moved = (of: readonly { name: string; from: string; to: string }[]): string =>
    of.map((each) => `\`${each.name}\` (${each.from} → ${each.to})`).join(', ');
  const { added = [], removed = [], retyped = [], shownOtherwise = [] } = columns ?? {};
  return [
    `Compared with ${from?.version ?? ''}: ${from?.rows ?? 0} rows before, ${to.rows} now.`,
    ...(rows === null
      ? []
      : [`Rows by what they say, pseudonyms apart: ${rows.added} added, ${rows.withdrawn} withdrawn.`]),
    ...(added.length > 0 ? [`Columns added: ${list(added)}.`] : []),
    ...(removed.length > 0 ? [`Columns removed: ${list(removed)}.`] : []),
    ...(retyped.length > 0 ? [`Columns of another type: ${moved(retyped)}.`] : []),
    ...(shownOtherwise.length > 0 ? [`Columns shown coarser or finer: ${moved(shownOtherwise)}.`] : []),
    ...(added.length + removed.length + retyped.length === 0 ? ['The same columns.'] : []),
  ];
}

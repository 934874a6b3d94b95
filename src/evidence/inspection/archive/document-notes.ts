import type { FileNote } from '../../rules/file-notes.js';

const MACROS = /(?:^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i;
const EMBEDDED = /\/(?:embeddings|activeX)\//i;
/** A link that is followed when somebody clicks it is none of these. */
const LOADED_FROM_ELSEWHERE = /Type="[^"]*\/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath)"/;

/** What a document does or holds beside its text. */
export function documentNotes(names: readonly string[], texts: ReadonlyMap<string, string>): FileNote[] {
  const notes: FileNote[] = [];
  if (names.some((name) => MACROS.test(name))) notes.push('holds-macros');
  if (names.some((name) => EMBEDDED.test(name))) notes.push('holds-files');
  if ([...texts].some(([name, text]) => name.endsWith('.rels') && callsOutside(text))) notes.push('calls-outside');
  if (texts.get('META-INF/manifest.xml')?.includes('encryption-data')) notes.push('locked');
  return notes;
}

function callsOutside(relationships: string): boolean {
  return relationships
    .split('<')
    .some((each) => each.includes('TargetMode="External"') && LOADED_FROM_ELSEWHERE.test(each));
}

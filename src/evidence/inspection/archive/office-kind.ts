const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WRITER = 'application/vnd.oasis.opendocument.text';

/** The two entries that say what a document is (ECMA-376-2 §10.1.2, OpenDocument 1.3 part 2 §3.3). */
export const CONTENT_TYPES = '[Content_Types].xml';
export const MIME_TYPE = 'mimetype';

/** Whether a list of contents could be a document's at all. Other archives are not taken. */
export function couldBeOffice(names: readonly string[]): boolean {
  return names.includes(CONTENT_TYPES) || names.includes(MIME_TYPE);
}

/** What kind of document it is by what it says of itself and what is in it; null: none that is taken. */
export function officeKind(names: readonly string[], texts: ReadonlyMap<string, string>): string | null {
  const types = texts.get(CONTENT_TYPES) ?? '';
  if (
    types.includes('wordprocessingml.document.main+xml') &&
    names.some((name) => /^word\/document\d*\.xml$/.test(name))
  )
    return WORD;
  if (types.includes('spreadsheetml.sheet.main+xml') && names.includes('xl/workbook.xml')) return EXCEL;
  return texts.get(MIME_TYPE)?.trim() === WRITER && names.includes('content.xml') ? WRITER : null;
}

import { type ZipPart, type ZipShape, zipOf } from './zip-of.js';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};
const MAIN = {
  docx: 'word/document.xml',
  docm: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};

/** What every document of Word or Excel has, and more parts after it. */
export function officeParts(kind: keyof typeof TYPES, more: readonly ZipPart[] = []): ZipPart[] {
  const types = `<?xml version="1.0"?><Types><Override PartName="/${MAIN[kind]}" ContentType="${TYPES[kind]}"/></Types>`;
  return [
    { name: '[Content_Types].xml', data: types },
    { name: '_rels/.rels', data: '<Relationships/>' },
    { name: MAIN[kind], data: '<document>He said: "Get out."</document>' },
    ...more,
  ];
}

export function officeOf(kind: keyof typeof TYPES, more: readonly ZipPart[] = [], shape: ZipShape = {}): Buffer {
  return zipOf(officeParts(kind, more), shape);
}

/** An OpenDocument file: its type first, unpacked. */
export function openDocument(kind = 'text', more: readonly ZipPart[] = []): Buffer {
  return zipOf([
    { name: 'mimetype', data: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', data: '<office:document-content/>' },
    { name: 'META-INF/manifest.xml', data: '<manifest:manifest/>' },
    ...more,
  ]);
}

/** Kinds of file that stand in for each other: a picture under another picture's name is no surprise, a program is. */
export type TypeFamily = 'picture' | 'recording' | 'document' | 'text' | 'active' | 'archive';

const EXTENSIONS: Readonly<Record<TypeFamily, string>> = {
  picture: 'jpg jpeg jpe jfif jif png apng gif webp tif tiff heic heics heif heifs hif avif bmp dng',
  recording:
    'mp4 m4v mov qt webm mkv mka avi mpg mpeg mpe 3gp 3gpp 3g2 mp3 mp2 mpga m4a m4b wav wave ogg oga ogv opus flac amr aac ts mts m2ts asf wmv wma caf',
  document: 'pdf doc docx docm dot dotx xls xlsx xlsm odt ods odp rtf pages numbers ppt pptx',
  text: 'txt text csv tsv tab log md markdown json srt vtt ics vcf eml asc ini nfo',
  active:
    'exe com bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta htm html xhtml xht mht mhtml shtml svg svgz php phtml php5 jsp jspx asp aspx cgi sh bash zsh py pyc pl rb jar war class apk ipa msi msp scr lnk dll cpl sys drv reg swf chm url webloc desktop pif gadget inf application iso img dmg vhd vhdx elf deb rpm appimage',
  archive: 'zip rar 7z tar gz tgz bz2 xz cab arj lzh ace z zst',
};
const BY_EXTENSION: ReadonlyMap<string, TypeFamily> = new Map(
  Object.entries(EXTENSIONS).flatMap(([family, words]) =>
    words.split(' ').map((extension) => [extension, family as TypeFamily] as const),
  ),
);

const DECLARED: readonly (readonly [RegExp, readonly TypeFamily[]])[] = [
  [/^(?:image\/svg\+xml|text\/html|application\/xhtml\+xml|multipart\/related)$/, ['active']],
  [/^(?:text|application)\/(?:x-)?(?:java|ecma|vb)script$/, ['active']],
  [
    /^application\/(?:x-msdownload|x-msdos-program|x-dosexec|x-executable|x-sh|x-httpd-php|hta|java-archive)$/,
    ['active'],
  ],
  // Where Excel is installed a browser calls a CSV its own.
  [/^application\/vnd\.ms-excel$/, ['document', 'text']],
  [/^image\//, ['picture']],
  [/^(?:video|audio)\/|^application\/(?:mp4|ogg)$/, ['recording']],
  [/^application\/(?:pdf|x-pdf|msword|rtf|vnd\.(?:openxmlformats|oasis|ms-).*)$/, ['document']],
  // Plain text is what a part of a form is that says nothing (RFC 7578 §4.4).
  [/^text\/(?!plain$)|^application\/json$/, ['text']],
];

/** By the end of its name; null: it has none that we know, which says nothing. */
export function familyOfName(name: string): TypeFamily | null {
  const [, extension = ''] = /\.([^.]+)$/.exec(name.trim().toLowerCase()) ?? [];
  return BY_EXTENSION.get(extension) ?? null;
}

/** By what came with it as its type; null: that says nothing, as `application/octet-stream` does. */
export function familiesDeclared(declared: string): readonly TypeFamily[] | null {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  return DECLARED.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

/** By its content. */
export function familyOf(mediaType: string): TypeFamily {
  if (mediaType.startsWith('image/')) return 'picture';
  if (/^(?:video|audio)\//.test(mediaType)) return 'recording';
  return mediaType.startsWith('text/') ? 'text' : 'document';
}

const SAME: readonly (readonly [RegExp, RegExp])[] = [
  [/^image\/jpeg$/, /^(?:jpg|jpeg|jpe|jfif|jif)$/],
  [/^image\/a?png$/, /^a?png$/],
  [/^image\/(?:heic|heif)/, /^(?:heics?|heifs?|hif)$/],
  [/^image\/tiff$/, /^(?:tiff?|dng)$/],
  [/^image\/(gif|webp|avif)$/, /^(?:gif|webp|avif)$/],
  [/^application\/pdf$/, /^pdf$/],
  [/wordprocessingml/, /^doc[xm]$/],
  [/spreadsheetml/, /^xls[xm]$/],
  [/opendocument\.text$/, /^odt$/],
];

/** Whether a name says exactly what its content is, as far as anybody would care: films and texts have many names. */
export function namesItself(mediaType: string, name: string): boolean {
  const [, extension = ''] = /\.([^.]+)$/.exec(name.trim().toLowerCase()) ?? [];
  const known = SAME.find(([type]) => type.test(mediaType));
  return !known || !BY_EXTENSION.has(extension) || known[1].test(extension);
}

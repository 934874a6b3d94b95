/** Endings by which a viewer is found, of what is taken. Ours: what a file was called where it came from is in no header. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
};

/** `Content-Disposition` (RFC 6266) of an item: to be saved, never shown, under a name of letters and digits alone. */
export function attachmentOf(number: number, mediaType: string, more = ''): string {
  const ending = ENDINGS[mediaType];
  return `attachment; filename="E-${number}${more}${ending === undefined ? '' : `.${ending}`}"`;
}

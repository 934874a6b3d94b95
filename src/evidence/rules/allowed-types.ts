/** What is taken in: what agencies get as evidence. Anything else is refused, whatever its name says. */
export const ALLOWED_TYPES: readonly string[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/gif',
  'image/webp',
  'image/tiff',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
  'image/avif',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'video/matroska',
  'video/vnd.avi',
  'video/x-msvideo',
  'video/mpeg',
  'video/3gpp',
  'video/3gpp2',
  'video/x-m4v',
  'video/ogg',
  'video/mp2t',
  'video/MP1S',
  'video/MP2P',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/wav',
  'audio/ogg',
  'audio/ogg; codecs=opus',
  'audio/flac',
  'audio/amr',
  'audio/aac',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
];

/** Control characters that text has no use for: NUL first of all. */
export const UNTEXTUAL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

/** Whether bytes that no signature names read as text: UTF-8, and no control character that text has no use for. */
export function looksLikeText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  // A character may be cut at the end of what is looked at: up to three bytes of it.
  for (let cut = 0; cut <= Math.min(3, head.length - 1); cut++) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, head.length - cut));
      return !UNTEXTUAL.test(text);
    } catch {
      continue;
    }
  }
  return false;
}

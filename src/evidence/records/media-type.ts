import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { ALLOWED_TYPES, looksLikeText } from '../rules/allowed-types.js';

/** As many bytes as the signatures of office documents need. */
export const HEAD_BYTES = 65_536;

/**
 * What a file is, by its first bytes and not by its name. @throws RuleBroken empty-file, type-not-taken (422)
 */
export async function mediaTypeOf(head: Buffer): Promise<string> {
  if (head.length === 0) throw new RuleBroken('empty-file', 'The file is empty: nothing was kept.', 422);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  const type = found?.mime ?? (looksLikeText(head) ? 'text/plain' : 'application/octet-stream');
  if (ALLOWED_TYPES.includes(type)) return type;
  throw new RuleBroken(
    'type-not-taken',
    `By its first bytes this is ${type}, which is not taken here. Taken are documents (PDF, Word, OpenDocument, text), pictures, video and sound.`,
    422,
  );
}

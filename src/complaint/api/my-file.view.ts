import type { AddedFile } from '../../evidence/index.js';

/** The file as it was received, for who sent it to compare. */
export class FileSentView {
  /** Its number in the case: E-1, E-2 … */
  number!: number;
  /** As found by its bytes */
  mediaType!: string;
  bytes!: number;
  sha256!: string;
}

export function fileSentView({ number, mediaType, bytes, sha256 }: AddedFile): FileSentView {
  return { number, mediaType, bytes, sha256 };
}

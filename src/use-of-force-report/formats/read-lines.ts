import { LONGEST_RECORD as LONGEST, refuseEndless } from './sent-record.js';

const LINE_END = 0x0a;

export interface SentLine {
  /** counting from 1, empty lines too */
  number: number;
  /** without its end; null when it was longer than a line may be */
  bytes: Buffer | null;
}

/** The lines of a stream, by the handful as they come in (none, while a long one does). Of a line without end no more is kept than the longest may be. */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<SentLine[]> {
  let number = 1;
  let begun: Buffer[] = [];
  let length = 0;
  const append = (piece: Buffer): void => {
    length += piece.length;
    refuseEndless(length);
    if (length > LONGEST) begun = [];
    else if (piece.length > 0) begun.push(piece);
  };
  const finish = (): SentLine => {
    const bytes = length > LONGEST ? null : begun.length === 1 && begun[0] ? begun[0] : Buffer.concat(begun);
    begun = [];
    length = 0;
    return { number: number++, bytes };
  };
  for await (const sent of source) {
    const chunk = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
    const lines: SentLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      append(chunk.subarray(from, end));
      lines.push(finish());
      from = end + 1;
    }
    append(chunk.subarray(from));
    yield lines;
  }
  if (length > 0) yield [finish()];
}

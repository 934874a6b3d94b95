import { scanFile, type FileFacts } from './csv/scan-file.js';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads a CSV file record by record as text: for small files, and for checks that need whole rows in words. */
export async function readRows(
  path: string,
  onRecord: (cells: readonly string[], line: number) => void,
): Promise<FileFacts> {
  let line = 0;
  return scanFile(path, ({ bytes, starts, ends, cells }) => {
    const words = Array.from({ length: cells }, (_, at) => utf8.decode(bytes.subarray(starts[at], ends[at])));
    onRecord(words, ++line);
  });
}

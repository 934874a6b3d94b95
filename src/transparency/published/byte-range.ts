export interface ByteRange {
  readonly start: number;
  /** The last byte, itself included. */
  readonly end: number;
}

/**
 * The part of a file that is asked for (RFC 9110, 14.2). `whole` where no part is, where several are (which may be answered so), or
 * where the header is none; null where the file has no such part.
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange | 'whole' | null {
  const [, from = '', to = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  const [start, end] =
    from === '' ? [bytes - Math.min(Number(to), bytes), bytes - 1] : [Number(from), to === '' ? bytes - 1 : Number(to)];
  if (from !== '' && to !== '' && Number(to) < Number(from)) return 'whole';
  if (start >= bytes) return null;
  return { start, end: Math.min(end, bytes - 1) };
}

/** Whether a part fits what its reader has of the file already: a strong ETag and no other says so. */
export function fitsWhatIsThere(ifRange: string, etag: string): boolean {
  return ifRange === '' || ifRange.trim() === `"${etag}"`;
}

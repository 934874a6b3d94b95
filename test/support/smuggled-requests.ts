const POST = 'POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const HIDDEN = 'GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
const END = '0\r\n\r\n';

/** A request with such headers, and behind what one program takes for its end another request. */
const hiding = (headers: string, body = END): string => `${POST}${headers}\r\n\r\n${body}${HIDDEN}`;

/**
 * Requests whose end two programs read in two ways (CL.TE, TE.CL, two lengths, folded lines): a proxy that passes one on as
 * one request, and we who would read two, would answer the next person with what belongs to somebody else.
 */
export const SMUGGLED: Readonly<Record<string, string>> = {
  'CL.TE': hiding('Content-Length: 5\r\nTransfer-Encoding: chunked'),
  'TE.CL': hiding('Transfer-Encoding: chunked\r\nContent-Length: 5'),
  'two lengths': hiding('Content-Length: 0\r\nContent-Length: 5'),
  'two lengths that are one': hiding('Content-Length: 5\r\nContent-Length: 5'),
  'two lengths in one line': hiding('Content-Length: 5, 5'),
  'two lengths in one line, unlike': hiding('Content-Length: 0, 5'),
  'a length with a sign': hiding('Content-Length: +5'),
  'a length below nothing': hiding('Content-Length: -1'),
  'a length in sixteens': hiding('Content-Length: 0x5'),
  'a length with a blank in it': hiding('Content-Length: 0 5'),
  'a length that is a word': hiding('Content-Length: five'),
  'a length without end': hiding(`Content-Length: ${'9'.repeat(30)}`),
  'an empty length': hiding('Content-Length:'),
  'a folded length': hiding('Content-Length:\r\n 5'),
  'a folded encoding': hiding('Transfer-Encoding:\r\n chunked'),
  'a folded header': hiding('X-A: b\r\n c\r\nContent-Length: 5'),
  'a blank before the colon': hiding('Transfer-Encoding : chunked'),
  'a tab before the colon': hiding('Transfer-Encoding\t: chunked'),
  'a blank before the name': hiding('X: y\r\n Transfer-Encoding: chunked'),
  'an encoding of two names': hiding('Transfer-Encoding: chunked, identity'),
  'an encoding after chunked': hiding('Transfer-Encoding: chunked, gzip'),
  'chunked twice': hiding('Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked'),
  'chunked and another line': hiding('Transfer-Encoding: chunked\r\nTransfer-Encoding: cow'),
  'no encoding that is known': hiding('Transfer-Encoding: xchunked'),
  'an encoding with a strange blank': hiding('Transfer-Encoding: \x0bchunked'),
  'an encoding in quotes': hiding('Transfer-Encoding: "chunked"'),
  'an encoding behind a NUL': hiding('Transfer-Encoding: \0chunked'),
  'a bare line feed between headers': hiding('X-A: b\nTransfer-Encoding: chunked'),
  'a bare carriage return in a header': hiding('X-A: b\rTransfer-Encoding: chunked'),
  'a NUL in a header': hiding('X-A: b\0c\r\nContent-Length: 5'),
  'a name with a blank': hiding('X A: b\r\nContent-Length: 5'),
  'no name': hiding(': b\r\nContent-Length: 5'),
  'a piece longer than numbers are': hiding('Transfer-Encoding: chunked', `${'f'.repeat(20)}\r\n`),
  'a piece with a sign': hiding('Transfer-Encoding: chunked', `-1\r\n${END}`),
  'a piece in sixteens, written so': hiding('Transfer-Encoding: chunked', `0x0\r\n\r\n`),
  'a piece that ends with a line feed': hiding('Transfer-Encoding: chunked', `0\n\r\n`),
  'a piece that does not end': hiding('Transfer-Encoding: chunked', `1\r\nab\r\n${END}`),
  'a version that is none': `POST /api/v1/sessions HTTP/9.9\r\nHost: a\r\nContent-Length: 5\r\n\r\n${END}${HIDDEN}`,
};

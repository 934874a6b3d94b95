import type { Socket } from 'node:net';

interface Unreadable {
  status: string;
  code: string;
  detail: string;
}

const MALFORMED: Unreadable = {
  status: '400 Bad Request',
  code: 'malformed',
  detail: 'This is not HTTP that can be read.',
};
const BY_CODE: Readonly<Record<string, Unreadable>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'headers-too-large',
    detail: 'The headers are longer than 8 KiB: send fewer or shorter ones.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'too-slow',
    detail: 'The request came in too slowly: send it faster.',
  },
};

/** What is no request at all never meets a route: it is told so on the bare connection, which is then closed. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, code, detail } = BY_CODE[error.code ?? ''] ?? MALFORMED;
  const problem = { type: `/docs/errors#${code}`, title: code, status: Number(status.slice(0, 3)), detail, code };
  const body = JSON.stringify({ ...problem, message: detail, error: true });
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  socket.destroySoon();
}

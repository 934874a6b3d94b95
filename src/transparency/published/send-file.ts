import type { FastifyReply } from 'fastify';
import type { FileHandle } from 'node:fs/promises';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

const PIECE = 1 << 18;

/**
 * Sends a file through two pieces of memory that are used again and again: a stream takes new memory for each piece, which is
 * cleaned up so late that a large file costs a hundred megabytes. The headers are those that the reply has by
 * now; the file is closed when it was sent.
 */
export async function sendFile(reply: FastifyReply, file: FileHandle): Promise<void> {
  try {
    const { size } = await file.stat();
    reply.hijack();
    reply.raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), 'content-length': size });
    await copy(file, reply.raw);
  } finally {
    await file.close();
  }
}

/** Reads one piece while the other is on its way. Ends without a word when the reader goes away. */
async function copy(file: FileHandle, response: ServerResponse): Promise<void> {
  const pieces = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)];
  let sending: Promise<boolean> = Promise.resolve(true);
  for (let turn = 0; ; turn++) {
    const piece = pieces[turn % 2] ?? Buffer.alloc(0);
    const { bytesRead } = await file.read(piece, 0, PIECE);
    if (!(await sending)) return;
    if (bytesRead === 0) break;
    sending = sent(response, piece.subarray(0, bytesRead));
  }
  response.end();
}

/** When the piece has left, and its memory is free again; false: nobody takes it. */
async function sent(response: ServerResponse, piece: Buffer): Promise<boolean> {
  if (response.destroyed) return false;
  return new Promise((resolve) => {
    const gone = (): void => {
      resolve(false);
    };
    response.once('close', gone);
    response.write(piece, (error) => {
      response.off('close', gone);
      resolve(!error);
    });
  });
}

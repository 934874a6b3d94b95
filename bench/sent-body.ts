import { request } from 'node:http';

export interface Sent {
  path: string;
  contentType: string;
  /** The body, by the piece; a server that has answered is sent no more of it. */
  pieces: Iterable<Buffer | string>;
  idempotencyKey: string;
  /** The connection is broken off after the last piece: there is no answer. */
  breakOff?: boolean;
}

export interface Answered {
  /** 0: the connection was cut before an answer came */
  status: number;
  text: string;
}

/** One request to the server that is measured, over a connection of its own. */
export async function sendBody(port: number, key: string, sent: Sent): Promise<Answered> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': sent.contentType,
    'idempotency-key': sent.idempotencyKey,
  };
  return new Promise((resolve) => {
    let isOver = false;
    const end = (answer: Answered): void => {
      isOver = true;
      resolve(answer);
    };
    const to = { port, host: '127.0.0.1', method: 'POST', path: sent.path, headers, agent: false };
    const sending = request(to, (answer) => {
      isOver = true;
      let text = '';
      const whole = (): void => {
        sending.destroy();
        end({ status: answer.statusCode ?? 0, text });
      };
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', whole).on('error', whole);
    });
    sending.on('error', () => {
      if (!isOver) end({ status: 0, text: '' });
    });
    void write(sending, sent, () => isOver);
  });
}

async function write(sending: ReturnType<typeof request>, sent: Sent, isOver: () => boolean): Promise<void> {
  let wake = (): void => undefined;
  for (const event of ['drain', 'close', 'response'])
    sending.on(event, () => {
      wake();
    });
  for (const piece of sent.pieces) {
    if (isOver() || sending.destroyed) return;
    if (!sending.write(piece)) await new Promise<void>((resolve) => (wake = resolve));
  }
  if (sent.breakOff) sending.destroy();
  else if (!isOver()) sending.end();
}

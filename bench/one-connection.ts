import { connect, type Socket } from 'node:net';
import type { Told } from '../test/support/alike/differences.js';
import type { Sent } from '../test/support/alike/scene.js';

/** One connection that stays open, and one request at a time on it: nothing but the answer is waited for. */
export class OneConnection {
  private came: Buffer = Buffer.alloc(0);
  private waiting: (() => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (piece: Buffer) => {
      this.came = this.came.length === 0 ? piece : Buffer.concat([this.came, piece]);
      this.waiting?.();
    });
  }

  static async open(port: number): Promise<OneConnection> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new OneConnection(socket);
  }

  /** The answer, and the nanoseconds from the request's last byte to the answer's last. */
  async ask({ method, url, headers = {}, body = '' }: Sent): Promise<{ told: Told; nanoseconds: number }> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
    const bytes = Buffer.from(`${method} ${url} HTTP/1.1\r\nhost: localhost\r\n${lines.join('')}${length}\r\n${body}`);
    this.came = Buffer.alloc(0);
    const begun = process.hrtime.bigint();
    this.socket.write(bytes);
    let told = this.whole();
    while (!told) {
      await new Promise<void>((resolve) => (this.waiting = resolve));
      told = this.whole();
    }
    return { told, nanoseconds: Number(process.hrtime.bigint() - begun) };
  }

  close(): void {
    this.socket.destroy();
  }

  /** Undefined as long as some of it is under way. */
  private whole(): Told | undefined {
    const end = this.came.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const [line = '', ...lines] = this.came.subarray(0, end).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(lines.map((each) => each.split(/: (.*)/s).slice(0, 2) as [string, string]));
    const length = Number(headers['content-length']);
    if (!Number.isInteger(length)) throw new Error(`An answer without its length: ${line} ${lines.join(' ')}`);
    const body = this.came.subarray(end + 4);
    if (body.length < length) return undefined;
    return { status: Number(line.split(' ')[1]), headers, body: body.toString() };
  }
}

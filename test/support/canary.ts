import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabases } from '../../src/database/open-databases.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { readSettings } from '../../src/platform/settings.js';
import { backUp } from './back-up.js';
import { writeByForm } from './canary-form.js';
import { findTraces } from './find-traces.js';
import { RedressProcess } from './redress-process.js';

/** What begins every word that may stand nowhere: one search for these finds any of hundreds of people's. */
export const MARKS = {
  name: 'Qillfeather-',
  telephone: '555-0177-',
  address: '2001:db8:c4a7:',
  browser: 'CanaryBrowser/',
  page: 'shelter-canary.example',
  cookie: 'canarycookie=',
  fileName: 'canary-telephone-',
  position: 'GPSCanary ',
  answer: 'Wisteria-',
  query: 'query-canary-',
  language: 'es-x-canary',
} as const;
/** What is stored openly, so that the search can be seen to find what is there. */
export const CONTROL = { district: 'ZQ77KX' } as const;

/** A whole picture of one point; what a camera writes beside it, where it was taken say, follows. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const AT_ONCE = 8;
/** What whoever watches over the process may ask, and where others have numbers of what goes on. */
const WATCHED = ['/health/live', '/health/ready', '/metrics', '/transparency/checkpoint'];

/** A city in a data directory of its own, its server in a process of its own, and many people who write to it anonymously. */
export class Canary {
  readonly receipts: string[] = [];
  /** Address and status of what was asked of the server about itself */
  readonly watched: string[] = [];
  /** The largest image of its memory that the server would leave behind when it crashes, as the system says it */
  coreLimit = 'not told here';

  constructor(readonly dataDirectory: string) {}

  /** Everybody files, reads, answers and sends a photo, over real HTTP; the database is backed up; then the server stops. */
  async fly(people: number): Promise<void> {
    const temporary = join(this.dataDirectory, 'tmp');
    mkdirSync(temporary, { recursive: true });
    const environment = { DATA_DIRECTORY: this.dataDirectory, PORT: '0', LOG_LEVEL: 'debug', TMPDIR: temporary };
    const established = new RedressProcess(['establish', 'riverton', '--name', 'City of Riverton'], environment);
    if ((await established.ended()) !== 0) throw new Error(established.stderr);
    const server = new RedressProcess(['serve'], environment);
    const [, address = ''] = await server.says(/serves on (http:\S+)\./);
    const waiting = Array.from({ length: people }, (_, person) => person);
    const one = async (): Promise<void> => {
      for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) await this.write(address, person);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    await this.watch(address, server.child.pid ?? 0);
    await this.asOwner((owner) => this.backUp(owner, 'backup'));
    if ((await server.interrupt()) !== 0) throw new Error(server.stderr);
    writeFileSync(join(this.dataDirectory, 'output.log'), server.stdout + server.stderr);
  }

  /** Every file below: tables, WAL, logs, evidence, keys, temporary files, backups, what the server says of itself. */
  hits(traces: readonly string[]): string[] {
    return findTraces([this.dataDirectory, this.postgres], traces);
  }

  discard(backup: string): void {
    rmSync(join(this.dataDirectory, backup), { recursive: true });
  }

  /** The fault that the search must find: a column in the clear, filled with what people told; backed up as the others were. */
  async plantColumn(): Promise<void> {
    await this.asOwner(async (owner) => {
      await owner.query('ALTER TABLE redress.complaint ADD COLUMN planted text');
      await owner.query(`UPDATE redress.complaint SET planted = 'told by ' || $1 || '17'`, [MARKS.name]);
      await owner.query('CHECKPOINT');
      await this.backUp(owner, 'backup-of-planted');
    });
  }

  private get postgres(): string {
    return realpathSync(join(this.dataDirectory, 'postgres'));
  }

  private async backUp(owner: pg.Client, name: string): Promise<void> {
    await backUp(owner, join(this.postgres, 'cluster'), join(this.dataDirectory, name));
  }

  private async asOwner(work: (owner: pg.Client) => Promise<void>): Promise<void> {
    const databases = await openDatabases(readSettings({ DATA_DIRECTORY: this.dataDirectory }), () => undefined);
    const owner = new pg.Client(connectionOptions(databases.ownerUrl!));
    await owner.connect();
    try {
      await work(owner);
    } finally {
      await owner.end();
      await databases.stop();
    }
  }

  private async watch(address: string, pid: number): Promise<void> {
    const told = await Promise.all(
      WATCHED.map(async (path) => {
        const answer = await fetch(address + path);
        this.watched.push(`${path} ${answer.status}`);
        return `${path} ${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
      }),
    );
    writeFileSync(join(this.dataDirectory, 'watched.txt'), told.join('\n'));
    try {
      const [, soft = ''] = /Max core file size\s+(\S+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8')) ?? [];
      this.coreLimit = soft;
    } catch {
      // Linux alone tells it.
    }
  }

  private async write(address: string, person: number): Promise<void> {
    const base = `${address}/api/v1/jurisdictions/riverton`;
    const client = {
      'x-forwarded-for': `${MARKS.address}${person.toString(16)}::1`,
      'user-agent': `${MARKS.browser}${person}`,
      referer: `https://${MARKS.page}/${person}`,
      cookie: `${MARKS.cookie}${person}`,
      'accept-language': `${MARKS.language}${person}`,
    };
    const send = async (path: string, body: object | string, headers: Record<string, string> = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const type = { 'content-type': 'application/json' };
      return fetch(base + path, { method: 'POST', headers: { ...client, ...type, ...headers }, body: text });
    };
    const narrative = `I am ${MARKS.name}${person}, call me on ${MARKS.telephone}${person}. He took my umbrella.`;
    const answer = `${MARKS.answer}${person} Parade`;
    if (person % 2 === 1) {
      const photo = { fileName: `${MARKS.fileName}${person}`, position: `${MARKS.position}${person}` };
      this.receipts.push(
        await writeByForm(address, client, { narrative, answer, district: CONTROL.district, ...photo }),
      );
      return;
    }
    const told = { anonymous: true, narrative, district: CONTROL.district, place: answer };
    const filed = await send(`/complaints?from=${MARKS.query}${person}`, { ...told, officerDescription: narrative });
    if (filed.status !== 201) throw new Error(await filed.text());
    const { receiptCode } = (await filed.json()) as { receiptCode: string };
    this.receipts.push(receiptCode);
    const receipt = { 'redress-receipt': receiptCode };
    await fetch(`${base}/my-complaint`, { headers: { ...client, ...receipt } });
    await send('/my-complaint/messages', { text: `${MARKS.answer}${person} was where it happened.` }, receipt);
    await this.sendFile(`${base}/my-complaint/files`, { ...client, ...receipt }, person);
    // What is refused is told to nobody either: a wrong field, half a body, an address that is not there.
    await send('/complaints', { ...told, [`${MARKS.name}${person}`]: narrative, channel: `${MARKS.name}${person}` });
    await send('/complaints', `{"narrative": "${narrative}`);
    await fetch(`${base}/${MARKS.query}${person}`, { headers: client });
  }

  private async sendFile(url: string, headers: Record<string, string>, person: number): Promise<void> {
    const form = new FormData();
    form.set('title', `${MARKS.fileName}${person}`);
    const bytes = Buffer.concat([PNG, Buffer.from(`${MARKS.position}${person}`), randomBytes(64)]);
    form.set('file', new Blob([bytes], { type: 'image/png' }), `${MARKS.fileName}${person}.png`);
    const sent = await fetch(url, { method: 'POST', headers, body: form });
    if (sent.status !== 201) throw new Error(await sent.text());
  }
}

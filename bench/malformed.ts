import type pg from 'pg';
import { linesOfReports } from '../test/support/generated-reports.js';
import { MALFORMED } from '../test/support/malformed-bodies.js';
import { openForceScene } from './force-scene.js';
import { MeasuredServer } from './measured-server.js';
import { type Sent, sendBody } from './sent-body.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ONE = '/api/v1/use-of-force-reports';
const MANY = `${ONE}/bulk`;
const WHOLE = `${MANY}?all-or-nothing=true`;
const [JSON_TYPE, LINES, XML] = ['application/json', 'application/x-ndjson', 'application/xml'];
const MOST_GROWTH = 64;

/** What of a department's reports there is: nothing that is refused may change it. */
const STORED = ['use_of_force_report', 'use_of_force_subject', 'use_of_force_officer', 'force_application']
  .concat('officer', 'zero_report')
  .map((table) => `(SELECT count(*) FROM redress.${table})`)
  .concat(`(SELECT count(*) FROM redress.history_event WHERE action LIKE 'use-of-force-report.%')`)
  .join(` || ' ' || `);

type Case = Omit<Sent, 'idempotencyKey'> & { what: string };

/**
 * `malformed [megabytes]`: bodies that are cut off, in another encoding, nested deep, with NUL or without end (a gigabyte)
 * against every route that takes reports. Each must be answered with a 4xx, nothing be stored, and the server's memory stay.
 */
export async function run([megabytes = '1000']: string[]): Promise<void> {
  const scene = await openForceScene();
  const server = new MeasuredServer({ ...scene.environment, PORT: '0', LOG_LEVEL: 'warn' });
  let faults = 0;
  try {
    const port = await server.port();
    const { key } = scene.department;
    const good = { path: MANY, contentType: LINES, pieces: linesOfReports(5_000, 'W', 1), idempotencyKey: 'good-ones' };
    await sendBody(port, key, good);
    const before = await stored(scene.owner);
    await server.forgetPeak();
    const atFirst = Number(await server.peakMegabytes());
    let number = 0;
    for (const { what, ...sent } of [...shortOnes(), ...cutOnes(), ...endlessOnes(Number(megabytes))]) {
      const { status, text } = await sendBody(port, key, { ...sent, idempotencyKey: `malformed-${++number}` });
      const code = /"code":"([a-z0-9-]+)"/.exec(text)?.[1] ?? '-';
      const left = await stored(scene.owner);
      const isRight = left === before && (sent.breakOff ? status === 0 : status >= 400 && status < 500);
      if (!isRight) faults++;
      say(
        `${isRight ? 'ok   ' : 'FAULT'} ${status} ${code.padEnd(20)} ${sent.path.replace(ONE, '…').padEnd(30)} ${sent.contentType.padEnd(20)} ${what}; at most ${await server.peakMegabytes()} MB so far`,
      );
    }
    const growth = Number(await server.peakMegabytes()) - atFirst;
    say(`${number} bodies, ${faults} faults; memory ${atFirst} MB before, ${growth} MB more at most (${MOST_GROWTH})`);
    if (faults > 0 || growth > MOST_GROWTH) process.exitCode = 1;
  } finally {
    await server.stop();
    await scene.end();
  }
}

async function stored(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ all: string }>(`SELECT ${STORED} AS all`);
  return rows[0]!.all;
}

function shortOnes(): Case[] {
  const json = MALFORMED.flatMap(([what, body]) => [
    { what, path: ONE, contentType: JSON_TYPE, pieces: [body] },
    { what, path: WHOLE, contentType: LINES, pieces: [body] },
    { what, path: WHOLE, contentType: JSON_TYPE, pieces: ['[', body, ']'] },
  ]);
  const xml: [string, Buffer | string][] = [
    ['cut off half way', '<reports><report><reportNumber>R-1</reportNumber>'],
    [
      'in another encoding',
      Buffer.from('<reports><report><county>Montr\u00e9al</county></report></reports>', 'latin1'),
    ],
    ['with a NUL byte', '<reports><report><county>Atl\0antic</county></report></reports>'],
    ['nested 50,000 deep', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`],
    ['with entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><reports><report>&b;</report></reports>'],
  ];
  return [...json, ...xml.map(([what, body]) => ({ what, path: WHOLE, contentType: XML, pieces: [body] }))];
}

function cutOnes(): Case[] {
  const half = JSON.stringify({ reportNumber: 'cut' }).slice(0, 12);
  return [
    {
      what: 'the connection breaks off within a report',
      path: ONE,
      contentType: JSON_TYPE,
      pieces: [half],
      breakOff: true,
    },
    { what: 'the connection breaks off within a line', path: MANY, contentType: LINES, pieces: [half], breakOff: true },
    {
      what: 'the connection breaks off within a list',
      path: MANY,
      contentType: JSON_TYPE,
      pieces: ['[', half],
      breakOff: true,
    },
  ];
}

function endlessOnes(megabytes: number): Case[] {
  const what = `${megabytes} MB without end`;
  const of = (first: string) => ({
    *[Symbol.iterator]() {
      yield first;
      const piece = Buffer.alloc(1_000_000, 0x61);
      for (let sent = 0; sent < megabytes; sent++) yield piece;
    },
  });
  return [
    { what, path: ONE, contentType: JSON_TYPE, pieces: of('{"reportNumber":"') },
    { what, path: MANY, contentType: LINES, pieces: of('{"reportNumber":"') },
    { what, path: MANY, contentType: JSON_TYPE, pieces: of('[{"reportNumber":"') },
    { what, path: MANY, contentType: XML, pieces: of('<reports><report><reportNumber>') },
  ];
}

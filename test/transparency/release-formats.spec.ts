import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { Package } from 'datapackage';
import { parquetReadObjects } from 'hyparquet';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { verifyFiles } from '../../src/transparency/index.js';
import { dataPackageSchema } from '../support/data-package-schema.js';
import { cityCharter } from '../support/generated-complaints.js';
import { type Asked, readCsv, ReleaseDesk } from '../support/release-desk.js';
import { sheetRows } from '../support/sheet-rows.js';
import { TestApp } from '../support/test-app.js';
import { unzipped } from '../support/unzipped.js';

let redress: TestApp;
let desk: ReleaseDesk;
let asked: Asked;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 400);
  asked = await desk.published();
});
afterAll(() => redress.stop());

const addressOf = ({ dataset, version }: Asked, file = '') =>
  `/releases/riverton/${dataset}/${version}${file && `/${file}`}`;
async function fetched(url: string, headers: Record<string, string> = {}) {
  const { statusCode, headers: said, rawPayload } = await redress.app.inject({ method: 'GET', url, headers });
  return { status: statusCode, headers: said, bytes: rawPayload };
}
const read = async (file: string) => (await fetched(addressOf(asked, file))).bytes;
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const manifestOf = (bytes: Buffer) =>
  JSON.parse(bytes.toString()) as {
    columns: { name: string; type: string }[];
    files: { name: string; sha256: string; bytes: number }[];
  };

type Row = Record<string, unknown>;

/** The rows of data.csv with the types that the manifest gives its columns. */
async function typedRows(): Promise<Row[]> {
  const { columns } = manifestOf(await read('manifest.json'));
  return readCsv((await read('data.csv')).toString()).map((row) =>
    Object.fromEntries(
      columns.map(({ name, type }) => {
        const cell = row[name] ?? '';
        return [name, cell === '' ? null : type === 'boolean' ? cell === 'true' : cell];
      }),
    ),
  );
}

/** Every cell that is not the same, by its row and column. */
function differences(one: readonly Row[], other: readonly Row[]): string[] {
  const cells = one.flatMap((row, at) =>
    Object.keys(row).flatMap((name) => (row[name] === (other[at]?.[name] ?? null) ? [] : [`${at} ${name}`])),
  );
  return one.length === other.length ? cells : [...cells, `${one.length} rows, not ${other.length}`];
}

/** Parquet as a reader over HTTP has it: the footer first, then what it says, in parts. */
async function overHttp(
  url: string,
): Promise<{ byteLength: number; slice: (from: number, to?: number) => Promise<ArrayBuffer> }> {
  const head = await redress.app.inject({ method: 'HEAD', url });
  return {
    byteLength: Number(head.headers['content-length']),
    slice: async (from, to) => {
      const { status, bytes } = await fetched(url, { range: `bytes=${from}-${to === undefined ? '' : to - 1}` });
      expect(status).toBe(206);
      return new Uint8Array(bytes).buffer;
    },
  };
}

async function byDuckDb(path: string): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = await (await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`)).getRowObjects();
  connection.closeSync();
  return rows;
}

describe('the formats of a release', () => {
  it('are all listed with size and SHA-256, and the sums are those that sha256sum reads', async () => {
    const { files } = manifestOf(await read('manifest.json'));
    const names = files.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['data.csv', 'data.csv.gz', 'data.jsonl', 'data.parquet', 'data.xlsx']),
    );
    for (const { name, sha256: sum, bytes } of files) {
      const { status, headers, bytes: content } = await fetched(addressOf(asked, name));
      expect([status, headers.etag, content.length]).toEqual([200, `"${sum}"`, bytes]);
      expect(sha256(content)).toBe(sum);
    }
    const sums = (await read('SHA256SUMS')).toString().trimEnd().split('\n');
    expect(sums).toEqual(
      files.filter(({ name }) => name !== 'SHA256SUMS').map(({ name, sha256: sum }) => `${sum}  ${name}`),
    );
    expect(readdirSync(dirname(desk.path(asked))).sort()).toEqual(
      [...names, 'manifest.json', 'manifest.json.sig'].sort(),
    );
  });

  it('say the same as data.csv: packed, as JSON Lines and as a workbook', async () => {
    const csv = await read('data.csv');
    expect(gunzipSync(await read('data.csv.gz')).equals(csv)).toBe(true);
    const rows = await typedRows();
    expect(rows.length).toBeGreaterThan(300);
    const lines = (await read('data.jsonl')).toString().trimEnd().split('\n');
    expect(
      differences(
        rows,
        lines.map((line) => JSON.parse(line) as Row),
      ),
    ).toEqual([]);
    const entries = unzipped(await read('data.xlsx'));
    const table = csv
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expect(sheetRows(String(entries.get('xl/worksheets/sheet1.xml')), table[0]!.length)).toEqual(table);
    expect(String(entries.get('xl/worksheets/sheet2.xml'))).toContain('One row is one allegation');
  });

  it('say the same in Parquet, read over HTTP in parts and by DuckDB, cell by cell', async () => {
    const rows = await typedRows();
    const file = await overHttp(addressOf(asked, 'data.parquet'));
    expect(differences(rows, await parquetReadObjects({ file }))).toEqual([]);
    const read = await byDuckDb(desk.path(asked, 'data.parquet'));
    expect(differences(rows, read)).toEqual([]);
    // Planted: one cell.
    const planted = read.map((row, at) => (at === 17 ? { ...row, complainant_race: 'planted' } : row));
    expect(differences(rows, planted)).toEqual(['17 complainant_race']);
  });

  it('are described as a Data Package that validates, and whose rows are what it says', async () => {
    const descriptor = JSON.parse((await read('datapackage.json')).toString()) as { resources: Row[] };
    const ajv = new Ajv({ strict: true });
    formats.default(ajv);
    expect(ajv.validate(dataPackageSchema, descriptor) ? [] : ajv.errors).toEqual([]);
    const broken = { ...descriptor, resources: [{ ...descriptor.resources[0], hash: 'sha256:planted' }] };
    expect(ajv.validate(dataPackageSchema, broken)).toBe(false);
    const loaded = await Package.load(descriptor, { basePath: dirname(desk.path(asked)) });
    expect([loaded.valid, loaded.errors]).toEqual([true, []]);
    const rows = (await loaded.getResource('data').read({ keyed: true })) as Row[];
    expect(differences(await typedRows(), rows)).toEqual([]);
    const csvw = JSON.parse((await read('data.csv-metadata.json')).toString()) as {
      url: string;
      tableSchema: { columns: Row[] };
    };
    expect([csvw.url, csvw.tableSchema.columns.map(({ name }) => name)]).toEqual([
      'data.csv',
      Object.keys((await typedRows())[0]!),
    ]);
  });

  it('are signed: the manifest by a key that everybody can fetch, and not before two people approved it', async () => {
    const { bytes: pem, headers } = await fetched('/.well-known/redress-release-key.pem');
    expect(headers['content-type']).toBe('application/x-pem-file');
    const [manifest, signature] = [await read('manifest.json'), await read('manifest.json.sig')];
    expect(verify(null, manifest, createPublicKey(pem), signature)).toBe(true);
    expect(verify(null, Buffer.concat([manifest, Buffer.from(' ')]), createPublicKey(pem), signature)).toBe(false);
    const approved = await desk.approved();
    expect(readdirSync(dirname(desk.path(approved)))).not.toContain('manifest.json.sig');
  });

  it('say how to cite it and what changed', async () => {
    expect((await read('CITATION.cff')).toString()).toMatch(
      /^cff-version: 1\.2\.0\n[^]*\ntype: dataset\n[^]*version: "1\.0\.0"/,
    );
    expect((await read('CITATION.md')).toString()).toContain('@misc{riverton-complaint-allegations-1.0.0,');
    expect((await read('CHANGELOG.md')).toString()).toMatch(/^## 1\.0\.0 /m);
    expect(JSON.parse((await read('diff.json')).toString())).toMatchObject({ from: null, rows: null });
    const next = await desk.published();
    const diff = JSON.parse((await fetched(addressOf(next, 'diff.json'))).bytes.toString()) as Row;
    // The same cases under other pseudonyms: nothing has changed.
    expect(diff).toMatchObject({
      from: { version: asked.version },
      to: { version: next.version },
      columns: { added: [], removed: [] },
      rows: { added: 0, withdrawn: 0, changes: [], smaller: { contents: 0 } },
    });
    const log = (await fetched(addressOf(next, 'CHANGELOG.md'))).bytes.toString();
    expect(log.match(/^## .*/gm)?.map((line) => line.split(' ')[1])).toEqual([next.version, asked.version]);
  });
});

describe('the verifier, of every format', () => {
  let folder = '';
  const publicKey = async () => (await fetched('/.well-known/redress-release-key.pem')).bytes.toString();
  const codes = async (key?: string) =>
    (await verifyFiles([folder], key === undefined ? {} : { publicKey: key }))[0]!.violations.map(
      ({ code, line }) => `${code}${line === undefined ? '' : ` ${line}`}`,
    );
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'redress-formats-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const fresh = () => {
    cpSync(dirname(desk.path(asked)), folder, { recursive: true });
  };
  /** Changes a file and has the manifest and the sums list it as it is now: an honest list of a wrong file. */
  const plant = (name: string, change: (content: Buffer) => Buffer) => {
    fresh();
    const content = change(readFileSync(join(folder, name)));
    const manifest = manifestOf(readFileSync(join(folder, 'manifest.json')));
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
    const was = manifest.files.find((file) => file.name === name)!.sha256;
    writeFileSync(join(folder, name), content);
    const text = name === 'SHA256SUMS' ? content.toString() : sums.replace(was, sha256(content));
    writeFileSync(join(folder, 'SHA256SUMS'), text);
    const files = manifest.files.map((file) => {
      const now = file.name === name ? content : file.name === 'SHA256SUMS' ? Buffer.from(text) : null;
      return now === null ? file : { name: file.name, sha256: sha256(now), bytes: now.length };
    });
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
  };

  it('finds nothing in what was published, under the key that signed it', async () => {
    fresh();
    expect(await codes(await publicKey())).toEqual([]);
  });

  it('finds one cell of JSON Lines that the table has not, and its line', async () => {
    plant('data.jsonl', (content) => {
      const lines = content.toString().split('\n');
      lines[41] = lines[41]!.replace(/"finding":"[^"]*"/, '"finding":"planted"');
      return Buffer.from(lines.join('\n'));
    });
    expect(await codes()).toEqual(['format-differs 42']);
  });

  it('finds a truth value that became a word, a row too few, and another packed file', async () => {
    plant('data.jsonl', (content) => Buffer.from(content.toString().replace(/"complaint":"/, '"complaint":1e3,"x":"')));
    expect(await codes()).toEqual(['format-differs 1']);
    plant('data.jsonl', (content) => content.subarray(0, content.lastIndexOf('\n', content.length - 2) + 1));
    expect((await codes())[0]).toMatch(/^format-differs \d+$/);
    plant('data.csv.gz', (content) => gzipSync(Buffer.concat([gunzipSync(content), Buffer.from('\n')])));
    expect(await codes()).toEqual(['format-differs']);
  });

  it('finds sums that are not the manifest’s, a file that is not the listed one, and a signature that is not of this manifest', async () => {
    plant('SHA256SUMS', (content) => Buffer.from(content.toString().replace(/^[0-9a-f]/, 'x')));
    expect(await codes()).toEqual(['sums-differ']);
    fresh();
    writeFileSync(join(folder, 'data.parquet'), 'PAR1');
    expect(await codes()).toEqual(['listed-file-changed']);
    plant('CITATION.md', (content) => Buffer.concat([content, Buffer.from('\n')]));
    expect(await codes(await publicKey())).toEqual(['signature-false']);
    rmSync(join(folder, 'manifest.json.sig'));
    expect(await codes(await publicKey())).toEqual(['signature-missing']);
    fresh();
    expect(await codes('no key')).toEqual(['signature-false']);
  });
});

describe('the address of a file', () => {
  it('gives parts, and the whole where a part is not meant or does not fit what the reader has', async () => {
    const whole = await fetched(addressOf(asked, 'data.csv'));
    const size = whole.bytes.length;
    const ask = (range: string, headers: Record<string, string> = {}) =>
      fetched(addressOf(asked, 'data.csv'), { range, ...headers });
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 10],
      ['bytes=100-', 100, size],
      ['bytes=-20', size - 20, size],
      [`bytes=${size - 1}-${size + 50}`, size - 1, size],
    ] as const) {
      const { status, headers, bytes } = await ask(range);
      expect([range, status, headers['content-range']]).toEqual([range, 206, `bytes ${from}-${to - 1}/${size}`]);
      expect(bytes.equals(whole.bytes.subarray(from, to))).toBe(true);
      expect(Number(headers['content-length'])).toBe(to - from);
    }
    const past = await ask(`bytes=${size}-`);
    expect([past.status, past.headers['content-range'], past.headers['cache-control']]).toEqual([
      416,
      `bytes */${size}`,
      'no-store',
    ]);
    const etag = String(whole.headers.etag);
    expect((await ask('bytes=0-9', { 'if-range': etag })).status).toBe(206);
    expect((await ask('bytes=0-9', { 'if-range': '"another"' })).bytes.length).toBe(size);
    expect((await ask('bytes=0-9', { 'if-none-match': etag })).status).toBe(304);
    for (const none of ['bytes=9-3', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-'])
      expect([none, (await ask(none)).status]).toEqual([none, 200]);
    expect(whole.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('answers HEAD with the size, also when a part is asked for', async () => {
    const url = addressOf(asked, 'data.xlsx');
    const { statusCode, headers, rawPayload } = await redress.app.inject({
      method: 'HEAD',
      url,
      headers: { range: 'bytes=0-1' },
    });
    expect([statusCode, rawPayload.length, Number(headers['content-length'])]).toEqual([
      200,
      0,
      (await read('data.xlsx')).length,
    ]);
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  });

  it('leads from the newest to its own address, and is the same file as under the older one', async () => {
    const latest = await fetched(`/releases/riverton/${asked.dataset}/latest/data.csv`);
    expect([latest.status, latest.headers.location]).toEqual([
      302,
      expect.stringMatching(/^\/releases\/riverton\/complaint-allegations\/1\.0\.\d+\/data\.csv$/),
    ]);
    expect((await fetched(`/releases/riverton/${asked.dataset}/latest`)).status).toBe(302);
    const old = await fetched(desk.address(asked, `/releases/${asked.version}/data.parquet`));
    expect(old.bytes.equals(await read('data.parquet'))).toBe(true);
  });

  it.each(['passwords', '..%2f..%2fmaster.key', '.data.csv', 'toString', 'data.csv%00'])(
    'is of the listed files alone: %s',
    async (name) => {
      expect([400, 404]).toContain((await fetched(addressOf(asked, name))).status);
    },
  );

  it('has directories above it: pages for people, JSON for programs', async () => {
    const ways = ['/releases', '/releases/riverton', `/releases/riverton/${asked.dataset}`, addressOf(asked)];
    const page = { accept: 'text/html,*/*;q=0.8' };
    for (const way of ways) {
      const [forPeople, forPrograms] = [await fetched(way, page), await fetched(way)];
      expect([way, forPeople.status, forPrograms.status]).toEqual([way, 200, 200]);
      expect(forPeople.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', vary: 'Accept' });
      expect(forPeople.bytes.toString()).toContain('<table>');
      const json = JSON.parse(forPrograms.bytes.toString()) as Record<string, { self: string }[]>;
      for (const { self } of json['files'] ?? json['releases'] ?? json['datasets'] ?? [])
        expect([self, (await fetched(self)).status]).toEqual([self, 200]);
    }
    expect((await fetched('/releases/nowhere', page)).status).toBe(404);
    expect((await fetched(addressOf(asked), page)).bytes.toString()).toContain('Apache Parquet');
  });
});

describe('a release that is withdrawn', () => {
  it('is gone from every address, and so is what another says about the difference to it', async () => {
    const [former, next] = [await desk.published(), await desk.published()];
    const { files } = manifestOf((await fetched(addressOf(former, 'manifest.json'))).bytes);
    const reason = 'A column held more than it should. A mended release follows.';
    const url = `/api/v1/releases/${former.id}/withdrawal`;
    expect((await redress.request('POST', url, { as: desk.clerk.token, body: { reason } })).status).toBe(200);
    for (const name of ['', ...files.map((file) => file.name), 'manifest.json.sig', 'nothing']) {
      const { status, bytes } = await fetched(addressOf(former, name));
      expect([name, status, JSON.parse(bytes.toString())]).toMatchObject([
        name,
        410,
        { code: 'release-withdrawn', details: { reason } },
      ]);
    }
    expect((await fetched(addressOf(next, 'data.csv'))).status).toBe(200);
    for (const name of ['diff.json', 'CHANGELOG.md']) {
      const { status, bytes } = await fetched(addressOf(next, name));
      expect([status, JSON.parse(bytes.toString())]).toMatchObject([410, { code: 'comparison-withdrawn' }]);
    }
    const shelf = (await fetched(`/releases/riverton/${asked.dataset}`)).bytes.toString();
    expect(JSON.parse(shelf)).toMatchObject({ withdrawn: [{ version: former.version, reason }] });
    // The next is compared with one that readers have.
    const after = await desk.published();
    expect(JSON.parse((await fetched(addressOf(after, 'diff.json'))).bytes.toString())).toMatchObject({
      from: { version: next.version },
    });
  });
});

describe('a release under embargo', () => {
  const publish = ({ id }: Asked, publishAt: string) =>
    redress.request('POST', `/api/v1/releases/${id}/publication`, { as: desk.clerk.token, body: { publishAt } });
  const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  const publicly = async (statement: string): Promise<number> => {
    const client = new pg.Client(connectionOptions(redress.database.connections.publicUrl));
    await client.connect();
    const { rows } = await client.query<{ count: number }>(statement).finally(() => client.end());
    return rows[0]!.count;
  };
  const rowsOf = ({ id }: Asked) => `SELECT count(*)::int AS count FROM published.rows_${id.replaceAll('-', '')}`;
  const releaseOf = ({ id }: Asked) => `SELECT count(*)::int AS count FROM published.release WHERE id = '${id}'`;

  it('is before nobody until its time, whatever they ask, and then before everybody; nothing overtakes it', async () => {
    const [former] = [await desk.published()];
    const [waiting, other] = [await desk.approved(), await desk.approved()];
    const at = soon(2_500);
    const published = await publish(waiting, at);
    expect([published.status, published.body.publicFrom]).toEqual([201, at]);
    expect((await desk.show(waiting)).publicFrom).toBe(at);
    const { dataset, version } = waiting;
    for (const way of ['', '/data.csv', '/manifest.json', '/diff.json', '/data.parquet'])
      expect([way, (await fetched(`/releases/riverton/${dataset}/${version}${way}`)).status]).toEqual([way, 404]);
    const api = desk.address(waiting);
    for (const way of [`/rows?release=${version}`, `/rows.csv?release=${version}`, `/releases/${version}/data.csv`])
      expect([way, (await redress.request('GET', api + way)).status]).toEqual([way, 404]);
    const [{ id }] = (await redress.request('GET', '/api/views')).body;
    const lists = [
      '/',
      '/releases',
      '/releases/riverton',
      `/releases/riverton/${dataset}`,
      '/api/v1/datasets',
      api,
      '/api/views',
      '/api/catalog/v1',
    ];
    for (const list of [...lists, `/api/views/${id}.json`]) {
      const { status, text } = await redress.request('GET', list);
      expect([list, status, text.includes(version)]).toEqual([list, 200, false]);
    }
    expect((await redress.request('GET', `${api}/rows`)).body.release).toBe(former.version);
    expect((await redress.request('GET', `/resource/${id}.json`)).headers['redress-release']).toBe(former.version);
    expect([await publicly(releaseOf(waiting)), await publicly(rowsOf(waiting))]).toEqual([0, 0]);
    expect(await publicly(rowsOf(former))).toBeGreaterThan(300);
    for (const early of [() => desk.publish(other), () => publish(other, soon(500))]) {
      const { status, body } = await early();
      expect([status, body.code]).toEqual([409, 'embargo-overtaken']);
    }
    const wait = Date.parse(at) - Date.now();
    expect(wait).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, wait + 50));
    expect((await fetched(addressOf(waiting, 'data.csv'))).status).toBe(200);
    expect(await publicly(rowsOf(waiting))).toBeGreaterThan(300);
    const { body } = await redress.request('GET', api);
    expect([body.version, body.publishedAt.slice(0, 19)]).toEqual([version, at.slice(0, 19)]);
    expect((await desk.publish(other)).status).toBe(201);
  }, 30_000);

  it('leaves no trace in public when it is withdrawn before its time', async () => {
    const waiting = await desk.approved();
    expect((await publish(waiting, soon(3_600_000))).status).toBe(201);
    const body = { reason: 'The board has decided otherwise meanwhile.' };
    const url = `/api/v1/releases/${waiting.id}/withdrawal`;
    expect((await redress.request('POST', url, { as: desk.clerk.token, body })).status).toBe(200);
    expect((await fetched(addressOf(waiting, 'data.csv'))).status).toBe(404);
    expect((await fetched(`/releases/riverton/${waiting.dataset}`)).bytes.toString()).not.toContain(waiting.version);
    const { rows } = await redress.database.owner.query(
      'SELECT was_public FROM published.withdrawn_release WHERE id = $1',
      [waiting.id],
    );
    expect(rows).toEqual([{ was_public: false }]);
  });

  it.each([
    ['over', '2020-01-01T00:00:00Z', 'embargo-in-the-past'],
    ['too far', '2090-01-01T00:00:00Z', 'embargo-too-long'],
    ['without its zone', '2090-01-01T00:00:00', 'invalid'],
    ['no time', 'soon', 'invalid'],
  ])('is refused for a time that is %s', async (_, publishAt, code) => {
    const { status, body } = await publish(asked, publishAt);
    expect([status, JSON.stringify(body).includes(code)]).toEqual([422, true]);
  });

  it('is what was decided: a row that says otherwise, or whose rows are open, is refused by the database', async () => {
    const columns =
      'id, jurisdiction, jurisdiction_name, dataset, version, title, published_at, row_count, file_sha256, file_bytes, manifest';
    const again = `INSERT INTO published.release (${columns}, embargoed_until) SELECT ${columns}, now() + interval '1 hour'
      FROM published.release WHERE id = '${asked.id}'`;
    await expect(redress.database.owner.query(again)).rejects.toMatchObject({ code: 'RD052' });
    await redress.database.owner.query(
      "UPDATE redress.release SET public_from = published_at + interval '1 day' WHERE id = $1",
      [asked.id],
    );
    const decided = again.replace("now() + interval '1 hour'", "published_at + interval '1 day'");
    await expect(redress.database.owner.query(decided)).rejects.toMatchObject({ code: 'RD052' });
  });
});

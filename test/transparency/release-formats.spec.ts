import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { Package } from 'datapackage';
import { parquetReadObjects } from 'hyparquet';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { byDuckDb, differences, overHttp, type Row } from '../support/compared-rows.js';
import { dataPackageSchema } from '../support/data-package-schema.js';
import { cityCharter } from '../support/generated-complaints.js';
import { fetched, shelfAddress, shelfManifest } from '../support/read-shelf.js';
import { type Asked, readCsv, ReleaseDesk } from '../support/release-desk.js';
import { sheetRows } from '../support/sheet-rows.js';
import { TestApp } from '../support/test-app.js';
import { unzipped } from '../support/unzipped.js';

let redress: TestApp;
let desk: ReleaseDesk;
let asked: Asked;
/** Published after it. */
let second: Asked;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 400);
  asked = await desk.published();
  second = await desk.approved();
});
afterAll(() => redress.stop());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const read = async (file: string) => (await fetched(redress, shelfAddress(asked, file))).bytes;
/** The rows of data.csv with the types that the manifest gives its columns. */
async function typedRows(): Promise<Row[]> {
  const { columns } = shelfManifest(await read('manifest.json'));
  return readCsv((await read('data.csv')).toString()).map((row) =>
    Object.fromEntries(
      columns.map(({ name, type }) => {
        const cell = row[name] ?? '';
        return [name, cell === '' ? null : type === 'boolean' ? cell === 'true' : cell];
      }),
    ),
  );
}

describe('the formats of a release', () => {
  it('are all listed with size and SHA-256, and the sums are those that sha256sum reads', async () => {
    const { files } = shelfManifest(await read('manifest.json'));
    const names = files.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['data.csv', 'data.csv.gz', 'data.jsonl', 'data.parquet', 'data.xlsx']),
    );
    for (const { name, sha256: sum, bytes } of files) {
      const { status, headers, bytes: content } = await fetched(redress, shelfAddress(asked, name));
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
    const file = await overHttp(redress, shelfAddress(asked, 'data.parquet'));
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
    const { bytes: pem, headers } = await fetched(redress, '/.well-known/redress-release-key.pem');
    expect(headers['content-type']).toBe('application/x-pem-file');
    const [manifest, signature] = [await read('manifest.json'), await read('manifest.json.sig')];
    expect(verify(null, manifest, createPublicKey(pem), signature)).toBe(true);
    expect(verify(null, Buffer.concat([manifest, Buffer.from(' ')]), createPublicKey(pem), signature)).toBe(false);
    expect(readdirSync(dirname(desk.path(second)))).not.toContain('manifest.json.sig');
  });

  it('say how to cite it and what changed', async () => {
    expect((await read('CITATION.cff')).toString()).toMatch(
      /^cff-version: 1\.2\.0\n[^]*\ntype: dataset\n[^]*version: "1\.0\.0"/,
    );
    expect((await read('CITATION.md')).toString()).toContain('@misc{riverton-complaint-allegations-1.0.0,');
    expect((await read('CHANGELOG.md')).toString()).toMatch(/^## 1\.0\.0 /m);
    expect(JSON.parse((await read('diff.json')).toString())).toMatchObject({ from: null, rows: null });
    const next = second;
    expect((await desk.publish(next)).status).toBe(201);
    const diff = JSON.parse((await fetched(redress, shelfAddress(next, 'diff.json'))).bytes.toString()) as Row;
    // The same cases under other pseudonyms: nothing has changed.
    expect(diff).toMatchObject({
      from: { version: asked.version },
      to: { version: next.version },
      columns: { added: [], removed: [] },
      rows: { added: 0, withdrawn: 0, changes: [], smaller: { contents: 0 } },
    });
    const log = (await fetched(redress, shelfAddress(next, 'CHANGELOG.md'))).bytes.toString();
    expect(log.match(/^## .*/gm)?.map((line) => line.split(' ')[1])).toEqual([next.version, asked.version]);
  });
});

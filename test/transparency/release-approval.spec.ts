import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { cityCharter } from '../support/generated-complaints.js';
import { type Asked, ReleaseDesk } from '../support/release-desk.js';
import { TestApp } from '../support/test-app.js';

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'no code';

let redress: TestApp;
let desk: ReleaseDesk;
beforeAll(async () => {
  redress = await TestApp.start(cityCharter(6));
  desk = await ReleaseDesk.open(redress, 400);
});
afterAll(() => redress.stop());

/** As the application's own database role, in its jurisdiction: what a fault in our code could at most do. */
async function asTheApp(statement: string, values: unknown[]): Promise<string> {
  const client = new pg.Client(connectionOptions(redress.database.connections.appUrl));
  await client.connect();
  try {
    await client.query("SELECT set_config('redress.jurisdiction', $1, false)", [redress.jurisdiction.id]);
    return await client.query(statement, values).then(({ rowCount }) => `${rowCount ?? 0} rows`, codeOf);
  } finally {
    await client.end();
  }
}

const visible = async (asked: Asked): Promise<number> =>
  (await redress.request('GET', desk.address(asked, `/releases/${asked.version}/manifest.json`))).status;

describe('approval', () => {
  // ASVS 5.0: V2.3.1
  it('is refused before the file is verified', async () => {
    expect((await desk.approve(await desk.built())).body).toMatchObject({ status: 409, code: 'status-forbids' });
  });

  it('is refused to the same person twice', async () => {
    const asked = await desk.built();
    await desk.verify(asked);
    expect((await desk.approve(asked)).status).toBe(201);
    expect((await desk.approve(asked)).body).toMatchObject({ status: 409, code: 'already-approved' });
  });

  // ASVS 5.0: V11.4.3
  it('is of one file: the hash of another is refused', async () => {
    const asked = await desk.built();
    await desk.verify(asked);
    const body = { fileSha256: 'a'.repeat(64) };
    const answer = await redress.request('POST', `/api/v1/releases/${asked.id}/approvals`, {
      as: desk.director.token,
      body,
    });
    expect(answer.body).toMatchObject({ status: 409, code: 'file-changed' });
  });

  it('is not for those whose role does not give it', async () => {
    const asked = await desk.built();
    const { token } = await redress.staff('investigator');
    const answer = await redress.request('POST', `/api/v1/releases/${asked.id}/approvals`, {
      as: token,
      body: { fileSha256: 'a'.repeat(64) },
    });
    expect(answer.status).toBe(403);
  });
});

describe('publication', () => {
  // ASVS 5.0: V2.3.5
  it('is refused with one approval, by the API and by the database', async () => {
    const asked = await desk.built();
    await desk.verify(asked);
    await desk.approve(asked);
    expect((await desk.publish(asked)).body).toMatchObject({ status: 409, code: 'not-approved' });
    expect(
      await asTheApp(`UPDATE redress.release SET status = 'published', published_at = now() WHERE id = $1`, [asked.id]),
    ).toBe('RD003');
    expect(await visible(asked)).toBe(404);
  });

  it('cannot be gone around by writing to the public catalogue', async () => {
    const asked = await desk.built();
    const { fileSha256 } = await desk.show(asked);
    const insert = `INSERT INTO published.release (id, jurisdiction, jurisdiction_name, dataset, version, title, published_at, row_count,
      file_sha256, file_bytes, manifest) VALUES ($1, 'riverton', 'Riverton', $2, $3, 'x', now(), 0, $4, 0, '{}')`;
    expect(await asTheApp(insert, [asked.id, asked.dataset, asked.version, fileSha256])).toBe('RD003');
  });

  it('is refused a second time', async () => {
    const asked = await desk.published();
    expect((await desk.publish(asked)).body).toMatchObject({ status: 409, code: 'status-forbids' });
    expect(await visible(asked)).toBe(200);
  });

  it('leaves a table that the application cannot add to', async () => {
    const { id } = await desk.published();
    const table = `published.rows_${id.replaceAll('-', '')}`;
    expect(await asTheApp('INSERT INTO ' + table + ' (complaint) VALUES ($1)', ['x'])).toBe('42501');
  });

  const tampered: [string, (text: string) => string][] = [
    ['one byte changed', (text) => text.replace(/,(\w)/, (_, letter: string) => `,${letter === 'a' ? 'b' : 'a'}`)],
    ['one row less', (text) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`],
    ['one row twice', (text) => `${text}${text.trimEnd().split('\n').at(-1) ?? ''}\n`],
    ['one cell too many', (text) => `${text.trimEnd()},x\n`],
    ['nothing but the header', (text) => `${text.split('\n', 1)[0] ?? ''}\n`],
  ];
  it.each(tampered)('refuses a file with %s after approval, and nothing becomes visible', async (_, change) => {
    const asked = await desk.approved();
    writeFileSync(desk.path(asked), change(readFileSync(desk.path(asked), 'utf8')));
    expect((await desk.publish(asked)).body).toMatchObject({ status: 409, code: 'file-changed' });
    expect(await visible(asked)).toBe(404);
    const { rows } = await redress.database.owner.query('SELECT to_regclass($1) AS name', [
      `published.rows_${asked.id.replaceAll('-', '')}`,
    ]);
    expect(rows).toEqual([{ name: null }]);
  });

  it('refuses a manifest that was changed after approval, and a file that is gone', async () => {
    const asked = await desk.approved();
    const manifest = readFileSync(desk.path(asked, 'manifest.json'), 'utf8');
    writeFileSync(desk.path(asked, 'manifest.json'), manifest.replace('"k": 11', '"k": 2'));
    expect((await desk.publish(asked)).body).toMatchObject({ code: 'file-changed' });
    writeFileSync(desk.path(asked, 'manifest.json'), manifest);
    rmSync(desk.path(asked));
    expect((await desk.publish(asked)).body).toMatchObject({ code: 'file-changed' });
  });

  it('refuses a dictionary that was changed after approval: every file is listed with its hash', async () => {
    const asked = await desk.approved();
    const path = desk.path(asked, 'dictionary.csv');
    const dictionary = readFileSync(path, 'utf8');
    writeFileSync(path, dictionary.replace('Race', 'Name'));
    expect((await desk.publish(asked)).body).toMatchObject({ code: 'file-changed' });
    writeFileSync(path, dictionary);
    expect((await desk.publish(asked)).status).toBe(201);
  });
});

describe('verification', () => {
  it('takes a release back when its file was changed after it was verified', async () => {
    const asked = await desk.approved();
    const text = readFileSync(desk.path(asked), 'utf8');
    writeFileSync(desk.path(asked), text.replace(/\n[^\n]+\n/, '\n'));
    const { body } = await desk.verify(asked);
    expect(body).toMatchObject({ status: 409, code: 'not-anonymous' });
    expect(body.errors.map(({ code }: { code: string }) => code)).toContain('sha256-mismatch');
    expect(await desk.show(asked)).toMatchObject({ status: 'built', proof: { ok: false } });
    expect((await desk.publish(asked)).body).toMatchObject({ code: 'status-forbids' });
  });

  it('does not take a file whose manifest was rewritten to fit it', async () => {
    const asked = await desk.built();
    const manifest = JSON.parse(readFileSync(desk.path(asked, 'manifest.json'), 'utf8'));
    writeFileSync(desk.path(asked, 'manifest.json'), JSON.stringify({ ...manifest, k: 1 }));
    expect((await desk.verify(asked)).body).toMatchObject({ status: 409, code: 'file-changed' });
    expect((await desk.show(asked)).status).toBe('built');
  });
});

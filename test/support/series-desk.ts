import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Clock } from '../../src/platform/clock.js';
import { OrganizationKeys } from '../../src/platform/keys/index.js';
import { CaseDatabase } from '../../src/platform/postgres/case-database.js';
import { epochKey, epochsOf } from '../../src/transparency/records/release-epoch.store.js';
import { epochPseudonym } from '../../src/transparency/series/index.js';
import { generateComplaints } from './generated-complaints.js';
import { type Asked, ReleaseDesk } from './release-desk.js';
import type { TestApp } from './test-app.js';

const DATASET = 'complaint-allegations';

/** A jurisdiction whose complaints come in, are corrected and expunged from month to month. */
export class SeriesDesk {
  desk!: ReleaseDesk;
  /** The first year that has not begun: charters of today are in force in it. */
  readonly year = new Date().getFullYear() + 1;

  constructor(readonly redress: TestApp) {}

  /** Of `complaints` every third has only been filed, and comes out later. */
  async begin(complaints: number): Promise<void> {
    await generateComplaints(this.redress.database.owner, this.redress.jurisdiction.id, complaints, 6);
    await this.sql(
      `UPDATE redress.complaint SET status = 'filed', source = NULL, source_key = NULL
        WHERE ('x' || substr(md5(id::text), 1, 6))::bit(24)::int % 3 = 0`,
    );
  }

  /** It is that month; everybody has signed in anew. */
  async month(month: string, year = this.year): Promise<void> {
    const then = Date.parse(`${year}-${month}-10T12:00:00Z`);
    const since = Date.now();
    this.redress.app.get(Clock).now = () => new Date(then + Date.now() - since);
    this.desk = await ReleaseDesk.open(this.redress);
  }

  /** So many of those that were only filed are closed. */
  async arrive(complaints: number): Promise<void> {
    await this.sql(
      `UPDATE redress.complaint SET status = 'closed', source = 'generated', source_key = id::text
        WHERE id IN (SELECT id FROM redress.complaint WHERE status = 'filed' ORDER BY md5(id::text) LIMIT $1)`,
      [complaints],
    );
  }

  /** A final finding is found to have been another one. */
  async correct(complaintId: string): Promise<void> {
    await this.sql(
      `INSERT INTO redress.finding (jurisdiction_id, id, complaint_id, allegation_id, stage, finding, generic_class, recorded_at, supersedes)
       SELECT jurisdiction_id, gen_random_uuid(), complaint_id, allegation_id, stage, 'other',
              CASE generic_class WHEN 'sustained' THEN 'unfounded' ELSE 'sustained' END, now(), id
         FROM redress.finding WHERE complaint_id = $1 AND stage = 'final'`,
      [complaintId],
    );
  }

  async expunge(complaintId: string): Promise<void> {
    const { clerk, director } = this.desk;
    const url = `/api/v1/complaints/${complaintId}`;
    const body = { authority: 'court_order', reference: 'In re' };
    const asked = await this.redress.request('POST', `${url}/expungements`, { as: clerk.token, body });
    const decided = await this.redress.request('POST', `${url}/expungement-decision`, {
      as: director.token,
      body: { expungementId: asked.body.expungementId, approve: true },
    });
    if (decided.status >= 300) throw new Error(`${asked.text} ${decided.text}`);
  }

  /** Pseudonym → complaint, in the epoch that is open. */
  async pseudonyms(): Promise<Map<string, string>> {
    const { redress } = this;
    const key = await redress.app
      .get(CaseDatabase)
      .read({ jurisdictionId: redress.jurisdiction.id }, async (manager) => {
        const epoch = (await epochsOf(manager, DATASET)).findLast(({ open, releases }) => open && releases > 0);
        return epochKey(manager, redress.app.get(OrganizationKeys), epoch?.id ?? '');
      });
    const ids = await this.sql<{ id: string }>('SELECT id FROM redress.complaint');
    return new Map(ids.map(({ id }) => [epochPseudonym(key, 'complaint', id), id]));
  }

  /** Pseudonym → the complaint's lines in the file. */
  linesOf(asked: Asked): Map<string, string[]> {
    const [, ...lines] = readFileSync(this.desk.path(asked), 'utf8').trimEnd().split('\n');
    return Map.groupBy(lines, (line) => line.slice(0, 16));
  }

  /** A complaint that the file shows with a finding. */
  async shownWithFinding(asked: Asked, but: readonly string[] = []): Promise<{ pseudonym: string; id: string }> {
    const complaints = await this.pseudonyms();
    const found = await this.sql<{ id: string }>(
      `SELECT DISTINCT complaint_id AS id FROM redress.finding WHERE stage = 'final'`,
    );
    const decided = new Set(found.map(({ id }) => id));
    for (const pseudonym of this.linesOf(asked).keys()) {
      const id = complaints.get(pseudonym) ?? '';
      if (decided.has(id) && !but.includes(pseudonym)) return { pseudonym, id };
    }
    throw new Error('no such complaint');
  }

  /**
   * As if somebody had left the plan out: the built file without one complaint, everything else about it true. By itself it
   * keeps every promise of its manifest.
   */
  async bypassPlan(asked: Asked): Promise<void> {
    const path = this.desk.path(asked);
    const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    const units = Map.groupBy(lines, (line) => line.slice(0, 16));
    const quasi = (line: string): string => line.split(',').slice(2, 6).join();
    const lone = [...units]
      .filter(([, own]) => own.length === 1)
      .map(([pseudonym, [line = '']]) => ({ pseudonym, line }));
    const classes = [...Map.groupBy(lone, ({ line }) => quasi(line)).values()];
    const [largest = []] = classes.sort((one, other) => other.length - one.length);
    const left = lines.filter((line) => !line.startsWith(largest[0]?.pseudonym ?? '-'));
    const csv = [header, ...left].map((line) => `${line}\n`).join('');
    const { manifest } = await this.desk.show(asked);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    const file = { ...manifest.file, sha256, bytes: Buffer.byteLength(csv), rows: left.length };
    const { rows, units: suppressed, ...shares } = manifest.suppressed;
    const changed = {
      ...{ ...manifest, file },
      suppressed: { ...shares, rows: Number(rows) + 1, units: Number(suppressed) + 1 },
      files: manifest.files.flatMap((each: { name: string }) =>
        REPEATING.includes(each.name) ? [] : [each.name === file.name ? { ...each, ...pick(file) } : each],
      ),
    };
    writeFileSync(path, csv);
    for (const name of REPEATING) rmSync(this.desk.path(asked, name));
    writeFileSync(this.desk.path(asked, 'manifest.json'), JSON.stringify(changed));
    await this.sql('UPDATE redress.release SET manifest = $2, file_sha256 = $3 WHERE id = $1', [
      asked.id,
      JSON.stringify(changed),
      sha256,
    ]);
  }

  /** Verified and approved by both. */
  async approve(asked: Asked): Promise<void> {
    const { desk } = this;
    for (const { status, text } of [
      await desk.verify(asked),
      await desk.approve(asked),
      await desk.approve(asked, desk.director),
    ])
      if (status >= 300) throw new Error(text);
  }

  async sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.redress.database.owner.query(text, values)).rows as Row[];
  }
}

/** What says the same as the data file, and would give the plan away that was bypassed. */
const REPEATING = ['data.csv.gz', 'data.jsonl', 'SHA256SUMS'];
const pick = ({ sha256, bytes }: { sha256: string; bytes: number }) => ({ sha256, bytes });

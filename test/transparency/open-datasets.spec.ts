import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { EnactCharter } from '../../src/charter/index.js';
import { datasetId } from '../../src/transparency/published/soda/dataset-id.js';
import { verifyFiles } from '../../src/transparency/index.js';
import { SAID } from '../support/minuted-meeting.js';
import { describedAlike, naiveComplaint, type Row, words } from '../support/naive-cut.js';
import { CUTS, DATASETS, OpenRound } from '../support/open-round.js';
import { readDataset } from '../support/read-dataset.js';
import type { ReportingBoard } from '../support/reporting-board.js';

let round: OpenRound;
let board: ReportingBoard;
beforeAll(async () => {
  round = await OpenRound.open();
  ({ board } = round);
});
afterAll(() => board.room.redress.stop());

const rowsOf = (dataset: string): Promise<Row[]> => round.rows(dataset);
const manifestOf = (dataset: string) => round.manifest(dataset);

describe('every dataset', () => {
  it.each(DATASETS)('%s goes from the request to the reader, and is what was approved', async (dataset) => {
    const release = await round.publish(dataset);
    const { shown, columns, text, sha256, counted, home, pages } = await readDataset(board.desk, release);
    expect(shown.oneRow).toMatch(/^One row is one /);
    expect(columns).toEqual(shown.columns.map(({ name }: Row) => name));
    expect(sha256).toBe(shown.releases[0].sha256);
    expect([counted, shown.rows > 0, pages]).toEqual([String(shown.rows), true, [200, 200, 200, 200]]);
    expect(home).toContain(shown.title);
    expect(text).not.toMatch(/CANARY|Canaria|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });
});

describe('what was cut from a release', () => {
  it('is joined with it and with its other cuts by pseudonyms that all stand there', async () => {
    const keys = async (dataset: string, column: string): Promise<Set<string>> =>
      new Set((await rowsOf(dataset)).map((row) => row[column] ?? ''));
    const complaints = await keys('complaints', 'complaint');
    expect(complaints).toEqual(await keys('complaint-allegations', 'complaint'));
    for (const dataset of ['complaint-officers', 'discipline'])
      expect([...(await keys(dataset, 'complaint'))].filter((key) => !complaints.has(key))).toEqual([]);
    const incidents = await keys('use-of-force-incidents', 'incident');
    expect(incidents).toEqual(await keys('use-of-force', 'incident'));
    for (const dataset of ['use-of-force-officers', 'force-applications'])
      expect([...(await keys(dataset, 'incident'))].filter((key) => !incidents.has(key))).toEqual([]);
    const { columns, madeOf, k } = await manifestOf('discipline');
    expect(columns[0].references).toEqual({ dataset: 'complaints', column: 'complaint' });
    const source = await manifestOf('complaint-allegations');
    expect({ madeOf, k }).toEqual({
      madeOf: { dataset: 'complaint-allegations', version: '1.0.0', sha256: source.file.sha256 },
      k: source.k,
    });
  });

  it('says of a complaint what its allegations say, by a naive count', async () => {
    const complaints = new Map((await rowsOf('complaints')).map((row) => [row.complaint, row]));
    for (const [complaint, own] of Map.groupBy(await rowsOf('complaint-allegations'), (row) => row.complaint))
      expect(complaints.get(complaint)).toMatchObject(naiveComplaint(own));
    const disciplined = (await rowsOf('complaint-allegations')).filter(
      (row) => row.discipline_imposed !== '' || row.discipline_recommended !== '',
    );
    expect(await rowsOf('discipline')).toHaveLength(disciplined.length);
    const applied = (await rowsOf('use-of-force')).flatMap((row) => row.force_types!.split('; ').filter(Boolean));
    expect((await rowsOf('force-applications')).map((row) => row.force_type).sort()).toEqual(applied.sort());
  });
});

describe('people, apart from everything else', () => {
  it.each(['complainants', 'use-of-force-subjects'])(
    'in %s have nothing that another table could be joined by',
    async (dataset) => {
      const { columns, k, keys } = await manifestOf(dataset);
      const roles = columns.map(({ role }: Row) => role);
      expect(roles).toEqual(['key', ...roles.slice(1).fill('quasi-identifier')]);
      const rows = await rowsOf(dataset);
      const elsewhere = new Set<string>();
      for (const other of [...round.out.keys()].filter((name) => name !== dataset))
        for (const row of await rowsOf(other).catch(() => []))
          for (const cell of Object.values(row)) elsewhere.add(cell);
      expect(rows.filter((row) => elsewhere.has(row[keys.unit]!))).toEqual([]);
      expect(Math.min(...describedAlike(rows, keys.unit))).toBeGreaterThanOrEqual(k);
    },
  );
});

describe('what the board did', () => {
  it('behind open doors is told with every position, and each vote leads to its decision', async () => {
    const decisions = (await rowsOf('board-decisions')).sort((one, other) => Number(one.item) - Number(other.item));
    expect(decisions).toMatchObject([
      { item: '1', about: 'other', title: 'Body cameras', result: 'carried' },
      { item: '2', about: 'case', title: '', result: 'carried', yes_votes: '2', no_votes: '1' },
    ]);
    const votes = await rowsOf('meeting-votes');
    expect(new Set(votes.map(({ decision }) => decision))).toEqual(new Set(decisions.map(({ decision }) => decision)));
    expect(votes.map(({ vote }) => vote).sort()).toEqual(['no', 'no', 'yes', 'yes', 'yes', 'yes']);
    expect(words(votes, 'member')).toEqual(board.room.members.map(({ signInName }) => signInName).sort());
    const get = (path: string) => board.room.redress.request('GET', path);
    const where = `$select=item,date&$where=item > 1 AND date > '2020-01-01' AND yes_votes = 2`;
    const soda = await get(`/resource/${datasetId('riverton', 'board-decisions')}.json?${encodeURI(where)}`);
    expect(soda.body).toEqual([{ item: '2', date: `${decisions[1]!.date}T00:00:00.000` }]);
    const native = await get(
      board.desk.address({ dataset: 'board-decisions' }, `/rows?item=2&date=${decisions[1]!.date}`),
    );
    expect(native.body.rows).toMatchObject([{ item: 2, date: decisions[1]!.date, yes_votes: 2, casting_vote: null }]);
  });

  it('behind closed doors is not, nor a word about a case: not in any file, and the database keeps it out', async () => {
    for (const release of round.out.values())
      for (const file of ['data.csv', 'manifest.json'])
        for (const said of Object.values(SAID))
          expect(readFileSync(board.desk.path(release, file), 'utf8')).not.toContain(said);
    const { owner } = board.room.redress.database;
    const planted = owner.query(
      `INSERT INTO published.board_decision (key, item_id, number, of_case, kind, result, yes_votes, no_votes)
       SELECT '0123456789abcdef', id, 1, true, 'motion', 'carried', 2, 1 FROM published.agenda_item WHERE closed`,
    );
    await expect(planted).rejects.toMatchObject({ code: '23514' });
  });
});

describe('the verifier', () => {
  it('finds every cut sound beside its source, and none without it', async () => {
    const sources = ['complaint-allegations', 'use-of-force'].map((name) => round.directory(name));
    const answers = await verifyFiles([...sources, ...CUTS.map((cut) => round.directory(cut))]);
    expect(answers.map(({ ok }) => ok)).toEqual(Array(8).fill(true));
    const [alone] = await verifyFiles([round.directory('complaints')]);
    expect(alone!.violations.map(({ code }) => code)).toEqual(['source-missing']);
  });

  it('refuses what is not public: a vote that nobody cast', async () => {
    const waiting = await board.desk.built('meeting-votes');
    await board.room.redress.database.owner.query(`DELETE FROM published.member_vote WHERE vote = 'no'`);
    const { status, body } = await board.desk.verify(waiting);
    expect([status, body.code, words(body.errors, 'code')]).toEqual([409, 'not-anonymous', ['row-not-public']]);
  });
});

describe('what is taken back', () => {
  it('goes with what it was cut from, and the database lets neither come out nor stay alone', async () => {
    const { desk, room } = board;
    const { owner } = room.redress.database;
    const stays = `DELETE FROM published.release WHERE dataset = 'use-of-force'`;
    await expect(owner.query(stays)).rejects.toMatchObject({ code: 'RD001' });
    const waiting = await desk.approved('use-of-force-incidents');
    const url = `/api/v1/releases/${round.asked('use-of-force').id}/withdrawal`;
    const body = { reason: 'A department sent the reports of another.' };
    expect((await room.redress.request('POST', url, { as: desk.director.token, body })).status).toBe(200);
    for (const dataset of ['use-of-force', 'use-of-force-incidents', 'use-of-force-officers', 'force-applications']) {
      const answer = await room.redress.request('GET', desk.address({ dataset }));
      expect([answer.status, answer.body.code]).toEqual([410, 'release-withdrawn']);
    }
    expect((await room.redress.request('GET', desk.address({ dataset: 'use-of-force-subjects' }))).status).toBe(200);
    expect((await desk.publish(waiting)).status).toBe(409);
    await expect(desk.built('use-of-force-officers')).rejects.toThrow('no-source-release');
    const count = `SELECT count(*)::int AS n FROM redress.history_event WHERE action = 'release.withdraw'`;
    expect((await owner.query(count)).rows).toEqual([{ n: 4 }]);
  });

  it('on a case that is sealed is not told any more, and a release that was built before does not come out', async () => {
    const { desk } = board;
    const waiting = [await desk.approved('board-decisions'), await desk.approved('complainants')];
    const unverified = await desk.built('meeting-votes');
    await round.sealOpenCase();
    const late = await Promise.all(waiting.map((release) => desk.publish(release)));
    expect(late.map(({ body }) => body.code)).toEqual(['public-record-moved-on', 'release-recalled']);
    const { status, body } = await desk.verify(unverified);
    expect([status, body.code, new Set(body.errors.map(({ code }: Row) => code))]).toEqual([
      ...[409, 'not-anonymous'],
      new Set(['row-not-public']),
    ]);
    await round.publish('board-decisions');
    expect(words(await rowsOf('board-decisions'), 'about')).toEqual(['other']);
    await expect(desk.built('complaints')).rejects.toThrow('source-recalled');
  });

  it('comes again as another charter has it: officers hidden, people in epochs', async () => {
    const { desk, room } = board;
    const charters = await room.redress.request('GET', `/api/v1/jurisdictions/riverton`);
    const { publication } = charters.body.charter;
    const hidden = {
      ...publication.datasets['complaint-allegations'],
      officers: { identity: 'absent', exceptions: [] },
    };
    const datasets = { 'complaint-allegations': hidden, complainants: { epoch: 'year' } };
    const document = { ...charters.body.charter, publication: { ...publication, datasets } };
    const system = { kind: 'system', jurisdictionId: room.redress.jurisdiction.id } as const;
    await room.redress.app.get(EnactCharter).run(system, { effectiveFrom: '2021-01-01', document });
    await desk.published();
    const complaints = await desk.published('complaints');
    const { columns, officers, madeOf } = (await desk.show(complaints)).manifest;
    expect([complaints.version, madeOf.version]).toEqual(['2.0.0', '2.0.0']);
    expect(columns.map(({ name }: Row) => name)).not.toContain('officer_count');
    expect(officers).toEqual(['Officers are not shown.']);
    await expect(desk.built('complaint-officers')).rejects.toThrow('source-lacks-column');
    await desk.published('complainants');
    expect((await desk.show(await desk.published('complainants'))).manifest.series).toMatchObject({ number: 2 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verifyFiles } from '../../src/transparency/index.js';
import { minutedMeeting, type MinutedMeeting, SAID } from '../support/minuted-meeting.js';
import { publishElsewhere } from '../support/published-elsewhere.js';
import { type Asked, readCsv } from '../support/release-desk.js';
import { ReportingBoard } from '../support/reporting-board.js';

type Row = Record<string, string>;
let board: ReportingBoard;
let meeting: MinutedMeeting;
/** By dataset: every one of them, all the way to the public. */
const out = new Map<string, Asked>();
const DATASETS = [
  ...['complaints', 'complaint-officers', 'discipline', 'complainants'],
  ...['use-of-force-incidents', 'use-of-force-officers', 'use-of-force-subjects', 'force-applications'],
  ...['board-decisions', 'meeting-votes', 'policy-recommendations', 'department-completeness', 'denominators'],
];

beforeAll(async () => {
  board = await ReportingBoard.open(400);
  meeting = await minutedMeeting(board.room);
  await publishElsewhere(board.room.redress.database.owner);
  out.set('complaint-allegations', board.complaints).set('use-of-force', board.force);
});
afterAll(() => board.room.redress.stop());

const asked = (dataset: string): Asked => out.get(dataset)!;
const rowsOf = async (dataset: string): Promise<Row[]> => board.rows(asked(dataset));
const manifestOf = async (dataset: string) => (await board.desk.show(asked(dataset))).manifest;
const words = (rows: readonly Row[], column: string): string[] =>
  [...new Set(rows.map((row) => row[column] ?? ''))].sort();

describe('every dataset', () => {
  it.each(DATASETS)('%s goes from the request to the reader, and is what was approved', async (dataset) => {
    const release = await board.desk.published(dataset);
    out.set(dataset, release);
    const get = (path: string) => board.room.redress.request('GET', path);
    const { body: shown } = await get(board.desk.address(release));
    expect(shown.oneRow).toMatch(/^One row is one /);
    expect(shown.caveats.length).toBeGreaterThan(1);
    expect(shown.rows).toBeGreaterThan(0);
    const { body: page } = await get(board.desk.address(release, '/rows?limit=3'));
    expect(Object.keys(page.rows[0])).toEqual(['row_number', ...shown.columns.map(({ name }: Row) => name)]);
    const { text } = await get(board.desk.address(release, '/releases/1.0.0/data.csv'));
    expect(createHash('sha256').update(text).digest('hex')).toBe(shown.releases[0].sha256);
    const { body: catalogue } = await get('/api/catalog/v1?limit=50');
    const entry = catalogue.results.find(({ resource }: { resource: Row }) => resource.name === shown.title);
    const { body: counted } = await get(`/resource/${entry.resource.id}.json?$select=count(*)`);
    expect(counted).toEqual([{ count: String(shown.rows) }]);
    expect((await get('/')).text).toContain(shown.title);
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
      expect(complaints.isSupersetOf(await keys(dataset, 'complaint'))).toBe(true);
    const incidents = await keys('use-of-force-incidents', 'incident');
    expect(incidents).toEqual(await keys('use-of-force', 'incident'));
    for (const dataset of ['use-of-force-officers', 'force-applications'])
      expect(incidents.isSupersetOf(await keys(dataset, 'incident'))).toBe(true);
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
    const ranks = ['sustained', 'not_sustained', 'exonerated', 'unfounded', 'mediated', 'no_finding', 'pending'];
    for (const [complaint, own] of Map.groupBy(await rowsOf('complaint-allegations'), (row) => row.complaint)) {
      const findings = words(own, 'finding');
      expect(complaints.get(complaint)).toMatchObject({
        ...{ place: own[0]!.place, complainant_race: own[0]!.complainant_race },
        allegations: words(own, 'allegation').join('; '),
        allegation_count: String(own.length),
        officer_count: String(words(own, 'officer').length),
        disposition: ranks.find((rank) => findings.includes(rank)) ?? '',
        discipline_imposed: words(own, 'discipline_imposed').filter(Boolean).join('; '),
      });
    }
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
      for (const other of [...out.keys()].filter((name) => name !== dataset))
        for (const row of await rowsOf(other).catch(() => []))
          for (const cell of Object.values(row)) elsewhere.add(cell);
      expect(rows.filter((row) => elsewhere.has(row[keys.unit]!))).toEqual([]);
      const described = Map.groupBy([...Map.groupBy(rows, (row) => row[keys.unit]!).values()], (own) =>
        own
          .map((row) => Object.values(row).slice(1).join('|'))
          .sort()
          .join('\n'),
      );
      expect(Math.min(...[...described.values()].map((units) => units.length))).toBeGreaterThanOrEqual(k);
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
  });

  it('behind closed doors is not, nor a word about a case: not in any file, and the database keeps it out', async () => {
    for (const release of out.values())
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
  const plant = (dataset: string, change: (lines: string[]) => string[], over: object = {}): string[] => {
    const place = mkdtempSync(join(tmpdir(), 'redress-open-'));
    const [csv, manifest] = ['data.csv', 'manifest.json'].map((file) =>
      readFileSync(board.desk.path(asked(dataset), file), 'utf8'),
    );
    const [header = '', ...lines] = csv!.trimEnd().split('\n');
    const text = `${[header, ...change(lines)].join('\n')}\n`;
    const { file, files: _, ...claims } = JSON.parse(manifest!);
    const sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(place, 'data.csv'), text);
    writeFileSync(
      join(place, 'manifest.json'),
      JSON.stringify({ ...claims, ...over, file: { ...file, sha256, rows: text.split('\n').length - 2 } }),
    );
    planted.push(place);
    return [place];
  };
  const planted: string[] = [];
  afterAll(() => {
    for (const place of planted) rmSync(place, { recursive: true });
  });
  const codesOf = async (places: string[]): Promise<string[]> => {
    const answers = await verifyFiles(places);
    return [...new Set(answers.flatMap(({ violations }) => violations.map(({ code }) => code)))].sort();
  };
  const directoryOf = (dataset: string): string => dirname(board.desk.path(asked(dataset)));
  const sources = () => [directoryOf('complaint-allegations'), directoryOf('use-of-force')];

  it('finds every cut sound beside its source, and none without it', async () => {
    const cuts = DATASETS.filter((name) => /^(complaints|complaint-o|disc|force|use-of-force-[io])/.test(name)).map(
      directoryOf,
    );
    expect(cuts).toHaveLength(6);
    expect((await verifyFiles([...sources(), ...cuts])).map(({ ok }) => ok)).toEqual(Array(8).fill(true));
    expect(await codesOf([directoryOf('complaints')])).toEqual(['source-missing']);
  });

  it.each<[string, string, (lines: string[]) => string[], string[]]>([
    [
      'a row that the source does not make',
      'complaint-officers',
      (rows) => [...rows, rows.at(-1)!],
      ['row-not-of-source'],
    ],
    ['a row kept back', 'complaints', (rows) => rows.slice(1), ['row-missing']],
    [
      'a disposition made worse',
      'complaints',
      (rows) =>
        rows.map((row, at) =>
          at === 3 ? row.replace(/unfounded|exonerated|not_sustained|no_finding|(?<=,)(?=,)/, 'pending') : row,
        ),
      ['row-missing', 'row-not-of-source'],
    ],
    [
      'a day finer than the source',
      'use-of-force-incidents',
      (rows) => rows.map((row, at) => (at === 0 ? row.replace(/,[^,]*/, ',2016-05') : row)),
      ['row-missing', 'row-not-of-source'],
    ],
    [
      'force that was not told',
      'force-applications',
      (rows) => rows.map((row, at) => (at === 0 ? row.replace(/take_down|baton|canine/, 'vehicle') : row)),
      ['row-missing', 'row-not-of-source', 'unsorted-rows'],
    ],
    [
      'a number that is none',
      'complaints',
      (rows) => rows.map((row, at) => (at === 0 ? row.replace(/,\d+,\d+,/, ',1,many,') : row)),
      ['row-missing', 'row-not-of-source', 'value-not-of-type'],
    ],
  ])('refuses a cut for %s', async (_, dataset, change, codes) => {
    expect(await codesOf([...sources(), ...plant(dataset, change)])).toEqual(codes);
  });

  it('refuses a cut whose source is another file', async () => {
    const madeOf = { dataset: 'complaint-allegations', version: '1.0.0', sha256: '0'.repeat(64) };
    expect(await codesOf([...sources(), ...plant('complaints', (rows) => rows, { madeOf })])).toEqual([
      'source-missing',
    ]);
  });

  it.each<[string, string, (lines: string[]) => string[], string[]]>([
    [
      'a count of three reports',
      'department-completeness',
      (rows) => rows.map((row) => row.replace(',40,20,', ',3,0,')),
      ['cell-below-k'],
    ],
    [
      'a count that leaves three',
      'department-completeness',
      (rows) => rows.map((row) => row.replace(',40,20,', ',40,37,')),
      ['cell-below-k'],
    ],
    ['two votes under one key', 'meeting-votes', (rows) => [rows[0]!, ...rows], ['duplicate-key']],
    [
      'an id of ours',
      'meeting-votes',
      (rows) =>
        rows.map((row, at) =>
          at === 0 ? row.replace(/board_member-\d+/, '018f0000-0000-7000-8000-000000000001') : row,
        ),
      ['forbidden-pattern'],
    ],
    ['rows out of order', 'denominators', (rows) => rows.toReversed(), ['unsorted-rows']],
    [
      'a day that is none',
      'board-decisions',
      (rows) => rows.map((row) => row.replace(/,\d{4}-\d{2}-\d{2},/, ',2026,')),
      ['value-not-of-type'],
    ],
  ])('refuses a record of public bodies for %s', async (_, dataset, change, codes) => {
    expect(await codesOf([directoryOf(dataset)])).toEqual([]);
    expect(await codesOf(plant(dataset, change))).toEqual(codes);
  });

  it('refuses a record that counts people, and a table of people in which one stands alone', async () => {
    expect(await codesOf(plant('denominators', (rows) => rows, { k: 11 }))).toEqual(['manifest-invalid']);
    const alone = plant('complainants', (rows) =>
      rows.map((row, at) => (at === 0 ? row.replace(/male|female|unknown/, 'x') : row)),
    );
    expect(await codesOf(alone)).toEqual(expect.arrayContaining(['class-below-k', 'value-outside-level']));
  });

  it('refuses over HTTP what is not public: a vote that nobody cast', async () => {
    const { desk, room } = board;
    const waiting = await desk.built('meeting-votes');
    const { owner } = room.redress.database;
    await owner.query(`DELETE FROM published.member_vote WHERE vote = 'no'`);
    const { status, body } = await desk.verify(waiting);
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
    const url = `/api/v1/releases/${asked('use-of-force').id}/withdrawal`;
    const body = { reason: 'A department sent the reports of another.' };
    expect((await room.redress.request('POST', url, { as: desk.director.token, body })).status).toBe(200);
    for (const dataset of ['use-of-force', 'use-of-force-incidents', 'use-of-force-officers', 'force-applications']) {
      const answer = await room.redress.request('GET', desk.address({ dataset }));
      expect([answer.status, answer.body.code]).toEqual([410, 'release-withdrawn']);
    }
    expect((await room.redress.request('GET', desk.address({ dataset: 'use-of-force-subjects' }))).status).toBe(200);
    expect((await desk.publish(waiting)).status).toBe(409);
    await expect(desk.built('use-of-force-officers')).rejects.toThrow('no-source-release');
    const { rows } = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM redress.history_event WHERE action = 'release.withdraw'`,
    );
    expect(rows).toEqual([{ n: 4 }]);
  });

  it('on a case that is sealed is not told any more, and a release that was built before does not come out', async () => {
    const { desk, room } = board;
    const waiting = await desk.approved('board-decisions');
    const unverified = await desk.built('meeting-votes');
    await room.redress.database.owner.query(
      `INSERT INTO redress.sealing (jurisdiction_id, id, complaint_id, ordered_by, reference_cipher, sealed_by, sealed_at)
       SELECT c.jurisdiction_id, gen_random_uuid(), c.id, 'court', '\\x00', $2, now() FROM redress.complaint c WHERE c.id = $1`,
      [meeting.openCase, desk.director.staffId],
    );
    const late = await desk.publish(waiting);
    expect([late.status, late.body.code]).toEqual([409, 'public-record-moved-on']);
    const { status, body } = await desk.verify(unverified);
    expect([status, body.code, new Set(body.errors.map(({ code }: Row) => code))]).toEqual([
      ...[409, 'not-anonymous'],
      new Set(['row-not-public']),
    ]);
    out.set('board-decisions', await desk.published('board-decisions'));
    expect(words(await rowsOf('board-decisions'), 'about')).toEqual(['other']);
  });

  it('sealed, the case recalls what it may stand in: nothing more is cut from that', async () => {
    await expect(board.desk.built('complaints')).rejects.toThrow('source-recalled');
  });
});

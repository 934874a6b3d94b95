import { BoardRoom, boardCharter } from './board-room.js';
import { CANARIES, cityCharter } from './generated-complaints.js';
import { type Asked, readCsv, ReleaseDesk } from './release-desk.js';
import type { Answer } from './test-app.js';

const FORCE = `
  WITH report AS (
    INSERT INTO redress.use_of_force_report (jurisdiction_id, id, department_id, charter_id, report_number, incident_number, occurred_on,
        county, status, submitted_at, original)
    SELECT $1::uuid, md5('report' || i)::uuid, $2::uuid, c.id, $3 || i, $3 || i, make_date(2014 + i % 4, 5, 17), 'Essex', 'accepted', now(), '{}'
      FROM redress.charter c, generate_series(1, 400) i WHERE c.jurisdiction_id = $1 AND c.version = 1 RETURNING id
  ), subject AS (
    INSERT INTO redress.use_of_force_subject (jurisdiction_id, report_id, sequence, kind, age, race, gender, injured, resistance)
    SELECT $1, md5('report' || i)::uuid, 1, 'person', 34, (ARRAY['black', 'white'])[1 + i % 2], 'male', i % 5 = 0, '{passive}'
      FROM generate_series(1, 400) i
  ), officer AS (
    INSERT INTO redress.use_of_force_officer (jurisdiction_id, report_id, sequence) SELECT $1, md5('report' || i)::uuid, 1 FROM generate_series(1, 400) i
  )
  INSERT INTO redress.force_application (jurisdiction_id, report_id, sequence, officer_sequence, subject_sequence, force_type)
  SELECT $1, md5('report' || i)::uuid, n, 1, 1, (ARRAY['take_down', 'baton', 'canine'])[1 + (i + n) % 3]
    FROM generate_series(1, 400) i, generate_series(1, 1 + i % 2) n`;

/** Enough in each year that years can be shown. */
const FOUR_YEARS = `UPDATE redress.complaint SET incident_on = NULL,
  received_at = make_date(2014 + (extract(day FROM received_at)::int + extract(month FROM received_at)::int) % 4, 6, 1),
  district = NULL, beat = NULL`;
const TWO_KINDS = `UPDATE redress.allegation SET category = 'kind_' || substr(category, 6)::int % 2`;

/** A board with two released datasets, denominators and a meeting: what a report is made of. */
export class ReportingBoard {
  complaints!: Asked;
  force!: Asked;
  departmentId = '';

  private constructor(
    readonly room: BoardRoom,
    readonly desk: ReleaseDesk,
  ) {}

  /** @param complaints 0: that dataset is not released */
  static async open(complaints = 900): Promise<ReportingBoard> {
    const { meetings } = boardCharter;
    // What a report is read for is when: the search gives up other columns first.
    const weights = { incident_period: 50, allegation: 20 };
    const publication = { k: 5, suppressionLimit: 0.1, datasets: { 'complaint-allegations': { weights } } };
    const room = await BoardRoom.of(3, { ...cityCharter(6), meetings, publication });
    const board = new ReportingBoard(room, await ReleaseDesk.open(room.redress, complaints));
    await board.release(complaints > 0);
    await board.tellDenominators();
    return board;
  }

  /** The released file, read apart from the API: what every figure is held against. */
  async rows(asked: Asked): Promise<Record<string, string>[]> {
    const address = this.desk.address(asked, `/releases/${asked.version}/data.csv`);
    return readCsv((await this.room.redress.request('GET', address)).text);
  }

  async preview(period: string, format?: string): Promise<Answer> {
    return this.room.get(`/board-reports/${period}/preview${format === undefined ? '' : `/${format}`}`);
  }

  async publish(period: string, contentSha256: string, correction?: string): Promise<Answer> {
    const body = { contentSha256, ...(correction === undefined ? {} : { correction }) };
    return this.room.post(`/board-reports/${period}/editions`, body);
  }

  async read(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.room.redress.request('GET', `/reports/riverton${path}`, { headers });
  }

  /** A count of the whole place, by the director. */
  async tell(address: string, counts: object): Promise<void> {
    const body = { source: `Office of statistics, ${address}`, counts };
    const as = this.desk.director.token;
    const { status, text } = await this.room.redress.request('PUT', `/api/v1/denominators/${address}`, { as, body });
    if (status !== 200) throw new Error(text);
  }

  private async release(withComplaints: boolean): Promise<void> {
    const { database, jurisdiction } = this.room.redress;
    this.departmentId = (await this.room.redress.department('Riverton PD')).id;
    await database.owner.query(FOUR_YEARS);
    await database.owner.query(TWO_KINDS);
    await database.owner.query(FORCE, [jurisdiction.id, this.departmentId, `${CANARIES.caseNumber}-R-`]);
    await database.owner.query('ANALYZE');
    if (withComplaints) this.complaints = await this.desk.published();
    this.force = await this.desk.published('use-of-force');
  }

  private async tellDenominators(): Promise<void> {
    await this.tell('workforce/2016-02/all', { all: 410 });
    await this.tell('workforce/2016-08/all', { all: 390 });
    await this.tell('population/2015-07/all', { all: 120_000 });
    await this.tell('population/2015-07/race', { black: 40_000, white: 60_000 });
    for (let month = 1; month <= 12; month++) {
      const name = `2016-${String(month).padStart(2, '0')}`;
      await this.tell(`arrests/${name}/all`, { all: 100 + month });
      if (month < 10) await this.tell(`stops/${name}/all`, { all: 50 });
    }
  }
}

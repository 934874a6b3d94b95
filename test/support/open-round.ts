import { dirname } from 'node:path';
import { minutedMeeting, type MinutedMeeting } from './minuted-meeting.js';
import type { Row } from './naive-cut.js';
import { publishElsewhere } from './published-elsewhere.js';
import type { Answer } from './test-app.js';
import type { Asked } from './release-desk.js';
import { ReportingBoard } from './reporting-board.js';

/** What is released beside the two datasets that tell what came of complaints and of force. */
export const DATASETS = [
  ...['complaints', 'complaint-officers', 'discipline', 'complainants'],
  ...['use-of-force-incidents', 'use-of-force-officers', 'use-of-force-subjects', 'force-applications'],
  ...['board-decisions', 'meeting-votes', 'policy-recommendations', 'department-completeness', 'denominators'],
];
export const CUTS = DATASETS.filter((name) => /^(complaints|complaint-o|disc|force|use-of-force-[io])/.test(name));

/** A place with something to tell of each dataset: cases, force, a meeting with minutes, recommendations, reporting, counts. */
export class OpenRound {
  /** By dataset: what is out */
  readonly out = new Map<string, Asked>();

  private constructor(
    readonly board: ReportingBoard,
    readonly meeting: MinutedMeeting,
  ) {}

  static async open(): Promise<OpenRound> {
    const board = await ReportingBoard.open(400);
    const round = new OpenRound(board, await minutedMeeting(board.room));
    await publishElsewhere(board.room.redress.database.owner);
    round.out.set('complaint-allegations', board.complaints).set('use-of-force', board.force);
    return round;
  }

  async publish(dataset: string): Promise<Asked> {
    const asked = await this.board.desk.published(dataset);
    this.out.set(dataset, asked);
    return asked;
  }

  asked(dataset: string): Asked {
    return this.out.get(dataset)!;
  }

  async rows(dataset: string): Promise<Row[]> {
    return this.board.rows(this.asked(dataset));
  }

  async manifest(dataset: string): Promise<Answer['body']> {
    return (await this.board.desk.show(this.asked(dataset))).manifest;
  }

  /** The case of which the meeting spoke in public; as the application's seal would put it down. */
  async sealOpenCase(): Promise<void> {
    await this.board.room.redress.database.owner.query(
      `INSERT INTO redress.sealing (jurisdiction_id, id, complaint_id, ordered_by, reference_cipher, sealed_by, sealed_at)
       SELECT c.jurisdiction_id, gen_random_uuid(), c.id, 'court', '\\x00', $2, now() FROM redress.complaint c WHERE c.id = $1`,
      [this.meeting.openCase, this.board.desk.director.staffId],
    );
  }

  directory(dataset: string): string {
    return dirname(this.board.desk.path(this.asked(dataset)));
  }
}

import { Injectable } from '@nestjs/common';
import { PublicDenominatorReader } from '../../denominator/index.js';
import { PublicReportingReader } from '../../department-reporting/index.js';
import { PublicPolicyReader } from '../../policy-tracker/index.js';
import { PublicMeetingReader } from '../../review-board/index.js';
import { safeCell } from '../rules/csv-line.js';

type Cell = string | number | null;
type Row = readonly Cell[];

/**
 * What the pages tell of public bodies, by the readers that the pages have: against it a release of such facts is held. It
 * shares no statement with what builds the release.
 */
@Injectable()
export class PublicRecordReader {
  constructor(
    private readonly meetings: PublicMeetingReader,
    private readonly policies: PublicPolicyReader,
    private readonly reporting: PublicReportingReader,
    private readonly denominators: PublicDenominatorReader,
  ) {}

  /** Every row of the dataset that is public of the place now, as cells of its file. */
  async rowsOf(dataset: string, slug: string): Promise<string[][]> {
    const rows = await this.told(dataset, slug);
    return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : String(cell ?? ''))));
  }

  private async told(dataset: string, slug: string): Promise<Row[]> {
    switch (dataset) {
      case 'board-decisions':
        return (await this.meetings.decisions(slug)).map((d): Row => [
          ...[d.key, d.date, d.board, d.meetingKind, d.item, d.ofCase ? 'case' : 'other', d.ofCase ? null : d.title],
          ...[d.kind, d.result, d.yesVotes, d.noVotes, d.castingVote],
        ]);
      case 'meeting-votes':
        return (await this.meetings.decisions(slug)).flatMap(({ key, date, board, votes }) =>
          votes.map(({ seat, member, vote }): Row => [key, date, board, seat, member, vote]),
        );
      case 'policy-recommendations':
        return this.recommendations(slug);
      case 'department-completeness':
        return (await this.reporting.rows(slug)).map((r): Row => {
          const { answered, pending, unknownFinal, notApplicable } = r.answers ?? NO_ANSWERS;
          const perThousand = [answered, pending, unknownFinal, notApplicable].map(perThousandOf);
          return [
            ...[r.department, r.grain, r.period, r.asked, r.zero, r.missing, r.reports, r.late],
            ...[...perThousand, r.medianDays, r.p90Days, r.k],
          ];
        });
      case 'denominators':
        return (await this.denominators.rows(slug, {})).map((d): Row => [
          ...[d.month, d.department, d.kind, d.grouping, d.group, d.count, d.source, d.sourceUrl, d.version],
        ]);
      default:
        throw new Error(`Nothing public is known of ${dataset}.`);
    }
  }

  private async recommendations(slug: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (const { id } of await this.policies.all(slug)) {
      const p = await this.policies.show(slug, id);
      const answer = p.steps.filter(({ kind }) => kind === 'answer').at(-1);
      const verified = p.steps.filter(({ kind }) => kind === 'verification').at(-1);
      rows.push([
        ...[p.number, p.kind, p.addressedTo, p.title, p.issuedOn, p.answerDueOn, p.status],
        ...[answer?.outcome ?? null, answer?.takenOn ?? null, verified?.outcome ?? null, verified?.takenOn ?? null],
      ]);
    }
    return rows;
  }
}

const NO_ANSWERS = { answered: null, pending: null, unknownFinal: null, notApplicable: null };
const perThousandOf = (percent: number | null): number | null => (percent === null ? null : Math.round(percent * 10));

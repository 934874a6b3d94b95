import type { GenericClass } from '../../charter/index.js';
import type { ComplaintStatus } from './complaint-status.js';
import type { FindingStage } from './finding-stage.js';

export interface StandingFinding {
  allegationId: string;
  stage: FindingStage;
  /** The agency's own word, a code of its charter */
  finding: string;
  genericClass: GenericClass;
  recordedAt?: Date;
}

const BY_AUTHORITY: readonly FindingStage[] = ['chief', 'board', 'supervisor', 'investigator'];

/** A case is closed on its findings from here on; before that, only with a reason why there is none. */
export function closesOnFindings(status: ComplaintStatus): boolean {
  return status === 'findings_drafted' || status === 'before_board' || status === 'with_chief';
}

/** Once a case has gone to the board, nobody closes it around the board. */
function mayDecide(status: ComplaintStatus): readonly FindingStage[] {
  return status === 'findings_drafted' ? BY_AUTHORITY : ['chief', 'board'];
}

/** What stands in the end: for each allegation the finding of the highest who found; the board's over the chief's when it is later. `undecided` must be empty to close. */
export function finalFindings(
  status: ComplaintStatus,
  allegationIds: readonly string[],
  standing: readonly StandingFinding[],
): { final: StandingFinding[]; undecided: string[] } {
  const stages = mayDecide(status);
  const final: StandingFinding[] = [];
  const undecided: string[] = [];
  for (const allegationId of allegationIds) {
    const candidates = standing.filter(
      (finding) => finding.allegationId === allegationId && stages.includes(finding.stage),
    );
    const [highest] = candidates.sort((one, other) => stages.indexOf(one.stage) - stages.indexOf(other.stage));
    const anew = highest && candidates.find((finding) => isAnew(finding, highest));
    if (highest) final.push(anew ?? highest);
    else undecided.push(allegationId);
  }
  return { final, undecided };
}

/** A board that has thought again since the chief departed: its new finding is no longer what the chief departed from. */
function isAnew({ stage, recordedAt: at }: StandingFinding, chief: StandingFinding): boolean {
  return stage === 'board' && chief.stage === 'chief' && at !== undefined && at > (chief.recordedAt ?? at);
}

import type { EntityManager } from 'typeorm';
import type { CharterDocument } from '../../charter/index.js';
import { type ComplaintStatus, workOnComplaint } from '../../complaint/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { categoryOf } from '../records/case.store.js';
import { carriesStill } from '../records/decided-motion.reader.js';
import { isSustainedByBoard } from '../records/discipline.store.js';
import { readEarlierSustained } from '../records/earlier-sustained.reader.js';
import { findMotion, hasOpenMotion } from '../records/motion.store.js';
import { outsideMatrix } from '../rules/discipline-matrix.js';
import { type Recommended, recommendationRefused } from '../rules/recommendation.js';
import type { Refusal } from '../rules/refusal.js';

/** While the agency itself has the case, or is done with it; what is before the board is the board's. */
const OWN: readonly ComplaintStatus[] = ['accepted', 'investigating', 'findings_drafted', 'closed'];

/** A departure from the charter's matrix, which takes reasons. */
export interface Departure {
  reasons: string;
  /** The officer's earlier sustained findings on such allegations, as they were counted */
  priors: number;
}

/** @returns the departure from the matrix; null when it is within @throws RuleBroken: see SendRecommendation */
export async function refuseRecommendation(
  manager: EntityManager,
  complaintId: string,
  sent: Recommended & { departureReasons?: string | null | undefined; at: Date },
  charter: CharterDocument,
): Promise<Departure | null> {
  refuse(recommendationRefused(sent, charter));
  const { allegationId, motionId } = sent;
  const category = allegationId ? await categoryOf(manager, complaintId, allegationId) : null;
  const voted = motionId ? await refuseMotion(manager, complaintId, motionId) : null;
  if (!motionId) await workOnComplaint(manager, complaintId, OWN);
  const other = voted !== null && voted.allegationId !== null && voted.allegationId !== allegationId;
  if (allegationId && (other || category === null)) {
    throw new RuleBroken(
      'no-such-allegation',
      'This is not the allegation that the motion was about, or none of the case.',
      422,
    );
  }
  if (sent.kind !== 'discipline' || !allegationId) return null;
  if (!(await isSustainedByBoard(manager, allegationId)))
    throw new RuleBroken('not-sustained', 'Discipline is recommended for what the board has sustained.');
  return departureOf(manager, { ...sent, allegationId, category: category ?? '' }, charter);
}

async function departureOf(
  manager: EntityManager,
  sent: Recommended & {
    allegationId: string;
    category: string;
    departureReasons?: string | null | undefined;
    at: Date;
  },
  charter: CharterDocument,
): Promise<Departure | null> {
  const discipline = { kind: sent.disciplineKind ?? '', days: sent.disciplineDays ?? null };
  const earlier = await readEarlierSustained(manager, sent.allegationId, sent.at);
  const refusal = outsideMatrix(discipline, { category: sent.category, earlier }, charter);
  const reasons = sent.departureReasons?.trim() ?? '';
  if (reasons === '') refuse(refusal);
  return refusal && { reasons, priors: earlier.filter(({ category }) => category === sent.category).length };
}

async function refuseMotion(
  manager: EntityManager,
  complaintId: string,
  motionId: string,
): Promise<{ allegationId: string | null }> {
  const motion = await findMotion(manager, motionId);
  if (motion.complaintId !== complaintId || !(await carriesStill(manager, complaintId, motionId))) {
    throw new RuleBroken(
      'motion-not-carried',
      'A recommendation rests on a motion about this case that the board carried since it has the case, and stands by.',
    );
  }
  if (await hasOpenMotion(manager, { complaintId })) {
    throw new RuleBroken('motion-open', 'The board is voting on this case: the recommendation waits until it has.');
  }
  return motion;
}

function refuse(refusal: Refusal | null): void {
  if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
}

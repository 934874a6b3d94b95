import type { EntityManager } from 'typeorm';
import { ComplaintEntity } from './complaint.entity.js';
import { wasInserted } from './was-inserted.js';

export type NewComplaintRow = Omit<
  ComplaintEntity,
  'caseNumber' | 'status' | 'closedOn' | 'source' | 'sourceKey' | 'original' | 'version'
>;

const MOST_DRAWS = 5;

/** Draws case numbers until one is free (of 2^40 a year; the second draw is for the books). Returns the one it got. */
export async function insertComplaint(
  manager: EntityManager,
  row: NewComplaintRow,
  drawCaseNumber: () => string,
): Promise<string> {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const caseNumber = drawCaseNumber();
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(ComplaintEntity)
      .values({ ...row, caseNumber, status: 'filed' })
      .orIgnore()
      .returning('id')
      .execute();
    if (wasInserted(inserted)) return caseNumber;
  }
  throw new Error(`No free case number in ${MOST_DRAWS} draws.`);
}

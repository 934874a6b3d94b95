import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import type { OpinionKind } from '../rules/opinion.js';
import type { OfficeWords } from '../../vault/index.js';

export interface OpinionPlace {
  jurisdictionId: string;
  id: string;
  motionId: string;
  complaintId: string | null;
}

export interface NewOpinion extends OpinionPlace {
  kind: OpinionKind;
  text: string;
  at: Date;
}

export interface StandingOpinion extends OpinionPlace {
  kind: OpinionKind;
  itemId: string;
  /** Of the item: what is said behind closed doors stays there */
  closed: boolean;
  /** The case is sealed: the public is told no word of it */
  sealed: boolean;
  cipher: Buffer;
  published: boolean;
}

const placeOf = ({ jurisdictionId, complaintId, id }: Omit<OpinionPlace, 'motionId'>) => ({
  ...{ jurisdictionId, complaintId },
  ...{ table: 'opinion', column: 'text_cipher', rowId: id },
});

export async function insertOpinion(manager: EntityManager, words: OfficeWords, opinion: NewOpinion): Promise<void> {
  const { jurisdictionId, id, motionId, complaintId, kind, text, at } = opinion;
  const cipher = await words.seal(manager, placeOf(opinion), text);
  await manager.query(
    `INSERT INTO redress.opinion (jurisdiction_id, id, motion_id, complaint_id, kind, text_cipher, filed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, id, motionId, complaintId, kind, cipher, at],
  );
}

/** False when the member has signed it. The database looks at their vote once more. */
export async function insertAuthor(
  manager: EntityManager,
  { jurisdictionId, id, complaintId }: Omit<OpinionPlace, 'motionId'>,
  { memberId, at }: { memberId: string; at: Date },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.opinion_author (jurisdiction_id, opinion_id, member_id, complaint_id, signed_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING member_id`,
    [jurisdictionId, id, memberId, complaintId, at],
  );
  return rows.length === 1;
}

/** @throws NotFound, for who is recused from its case too */
export async function findOpinion(manager: EntityManager, opinionId: string): Promise<StandingOpinion> {
  const rows: StandingOpinion[] = await manager.query(
    `SELECT p.jurisdiction_id AS "jurisdictionId", p.id, p.motion_id AS "motionId", p.complaint_id AS "complaintId", p.kind,
            i.id AS "itemId", i.closed, p.text_cipher AS cipher,
            EXISTS (SELECT FROM redress.sealing s WHERE s.complaint_id = p.complaint_id AND s.lifted_at IS NULL) AS sealed,
            EXISTS (SELECT FROM redress.opinion_publication k WHERE k.opinion_id = p.id) AS published
       FROM redress.opinion p
       JOIN redress.motion o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.motion_id
       JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id
      WHERE p.id = $1`,
    [opinionId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** Tells the public, by whom it is signed now: nobody signs it after this. */
export async function publishOpinion(
  manager: EntityManager,
  words: OfficeWords,
  opinion: StandingOpinion,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.opinion_publication (jurisdiction_id, opinion_id, complaint_id, published_by, published_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [opinion.jurisdictionId, opinion.id, opinion.complaintId, by, at],
  );
  await manager.query(
    `INSERT INTO published.opinion (id, item_id, kind, authors, text, published_at)
     SELECT $1, $2, $3, array_agg(s.display_name ORDER BY a.signed_at, a.member_id), $4, $5 FROM redress.opinion_author a
       JOIN redress.board_member b ON b.jurisdiction_id = a.jurisdiction_id AND b.id = a.member_id
       JOIN redress.staff s ON s.jurisdiction_id = b.jurisdiction_id AND s.id = b.staff_id
      WHERE a.opinion_id = $1`,
    [opinion.id, opinion.itemId, opinion.kind, await words.open(manager, placeOf(opinion), opinion.cipher), at],
  );
}

export interface Opinion {
  id: string;
  kind: OpinionKind;
  authors: string[];
  /** Null when the case's key was destroyed */
  text: string | null;
  filedAt: Date;
  /** Null: not told in public */
  publishedAt: Date | null;
}

type Row = Omit<Opinion, 'text'> & OpinionPlace & { cipher: Buffer };

export async function readOpinions(manager: EntityManager, words: OfficeWords, motionId: string): Promise<Opinion[]> {
  const rows: Row[] = await manager.query(
    `SELECT p.jurisdiction_id AS "jurisdictionId", p.id, p.complaint_id AS "complaintId", p.kind, p.text_cipher AS cipher,
            ARRAY(SELECT s.display_name FROM redress.opinion_author a
              JOIN redress.board_member b ON b.jurisdiction_id = a.jurisdiction_id AND b.id = a.member_id
              JOIN redress.staff s ON s.jurisdiction_id = b.jurisdiction_id AND s.id = b.staff_id
              WHERE a.opinion_id = p.id ORDER BY a.signed_at, a.member_id) AS authors,
            p.filed_at AS "filedAt", k.published_at AS "publishedAt"
       FROM redress.opinion p
       LEFT JOIN redress.opinion_publication k ON k.jurisdiction_id = p.jurisdiction_id AND k.opinion_id = p.id
      WHERE p.motion_id = $1 ORDER BY p.filed_at, p.id`,
    [motionId],
  );
  const opinions: Opinion[] = [];
  for (const row of rows) {
    const { id, kind, authors, filedAt, publishedAt } = row;
    const text = await words.open(manager, placeOf(row), row.cipher);
    opinions.push({ id, kind, authors, text, filedAt, publishedAt });
  }
  return opinions;
}

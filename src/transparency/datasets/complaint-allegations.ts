import type { MatterSpec, ReleaseSpec } from './release-spec.js';
import { ageColumn, flatColumn, periodColumn, placeColumn } from './shared-columns.js';

const CLASSES = ['sustained', 'not_sustained', 'exonerated', 'unfounded', 'no_finding', 'mediated', 'pending'];

const finding = (name: string, title: string, description: string): MatterSpec => ({
  name,
  title,
  description,
  role: 'sensitive',
  type: 'text',
  words: CLASSES,
});

const discipline = (name: string, title: string, description: string): MatterSpec => ({
  name,
  title,
  description,
  role: 'sensitive',
  type: 'text',
  vocabulary: 'disciplines',
});

/**
 * Left out on purpose: channel, language, whether filed anonymously, injury, closing date (who knows the complainant knows
 * these, and each splits the classes); rank, unit, race and age of the officer (they would name officers whom the
 * pseudonym hides); everything told in words.
 */
export const complaintAllegations: ReleaseSpec = {
  dataset: 'complaint-allegations',
  title: 'Allegations in complaints about police officers',
  oneRow:
    'One row is one allegation against one officer in one complaint; a complaint has as many rows as allegations.',
  caveats: [
    'To count complaints, count the distinct values of `complaint`, not rows. A complaint in which no officer stands accused has no row.',
    'Complaints that were only filed, declined, referred elsewhere or withdrawn are not in this dataset; complaints taken over from older records are, whatever became of them.',
    'Race, gender and age are those of one person a complaint: the first victim on record, or the first complainant where no victim is recorded.',
    'Complaints whose description fewer people share than the stated k were left out whole; the manifest counts them, in steps where it names an epoch.',
    'Pseudonyms are drawn anew for each release, or for each epoch where the manifest names one (`series`): those of two cannot be joined. Within an epoch what is new or corrected waits until enough share it, for up to a year. Whoever already knows which complaints an officer had can find the officer’s pseudonym.',
    'Two complaints count as two people: the record does not say who complained twice.',
  ],
  unit: 'complaint',
  unitWord: 'complaint',
  columns: [
    {
      name: 'complaint',
      title: 'Complaint',
      description: 'Pseudonym of the complaint, for this release (or its epoch) only. Equal values are one complaint.',
      role: 'key',
      repeats: false,
    },
    {
      name: 'officer',
      title: 'Officer',
      description:
        'Pseudonym of the accused officer, for this release (or its epoch) only. An officer who was never identified has one for each complaint.',
      role: 'key',
      repeats: true,
    },
    periodColumn({
      name: 'incident_period',
      title: 'When it happened',
      description: 'When the incident happened; where that is not recorded, when the complaint was received.',
      scope: 'unit',
    }),
    placeColumn(
      {
        name: 'place',
        title: 'Where it happened',
        description: 'Police district (and beat) of the incident.',
        scope: 'unit',
      },
      ' beat ',
      ['beat', 'district'],
    ),
    flatColumn(
      { name: 'complainant_race', title: 'Race', description: 'Race of the victim or complainant.', scope: 'unit' },
      'race',
      'races',
    ),
    flatColumn(
      {
        name: 'complainant_gender',
        title: 'Gender',
        description: 'Gender of the victim or complainant.',
        scope: 'unit',
      },
      'gender',
      'genders',
    ),
    ageColumn({
      name: 'complainant_age',
      title: 'Age',
      description: 'Age of the victim or complainant at the incident.',
      scope: 'unit',
    }),
    {
      name: 'allegation',
      title: 'Allegation',
      description: 'What the officer is said to have done, as a code of the charter or its group.',
      role: 'quasi-identifier',
      hierarchy: { kind: 'vocabulary', vocabulary: 'allegations' },
      levels: ['allegation', 'group of allegations'],
      minLevel: 0,
      scope: 'row',
    },
    finding(
      'recommended_finding',
      'Recommended finding',
      'What was found before the chief and the final decision: the board’s finding, else the supervisor’s, else the investigator’s. Empty: none recorded.',
    ),
    {
      ...finding(
        'finding',
        'Finding',
        'What stands: the final finding, else the chief’s, else the recommended one. Empty: none recorded.',
      ),
      reported: true,
    },
    discipline(
      'discipline_recommended',
      'Discipline recommended',
      'Discipline that was recommended for this allegation. Empty: none recorded.',
    ),
    discipline(
      'discipline_imposed',
      'Discipline imposed',
      'Discipline that was imposed for this allegation. Empty: none recorded.',
    ),
  ],
  officer: {
    key: 'officer',
    id: 'officer_id',
    name: 'officer_name',
    rank: 'officer_rank',
    on: 'incident_on',
    outcome: 'finding',
    forceTypes: null,
  },
  source: `
    WITH person AS (
      SELECT DISTINCT ON (complaint_id) complaint_id, race, gender, age_at_incident AS age
        FROM redress.complaint_person
       WHERE roles && ARRAY['victim', 'complainant'] AND ended_at IS NULL
       ORDER BY complaint_id, ('victim' = ANY (roles)) DESC, source_position NULLS LAST, id
    ), found AS (
      SELECT f.allegation_id,
             max(f.generic_class) FILTER (WHERE f.stage = 'final') AS final,
             max(f.generic_class) FILTER (WHERE f.stage = 'chief') AS chief,
             max(f.generic_class) FILTER (WHERE f.stage = 'board') AS board,
             max(f.generic_class) FILTER (WHERE f.stage = 'supervisor') AS supervisor,
             max(f.generic_class) FILTER (WHERE f.stage = 'investigator') AS investigator
        FROM redress.finding f
        LEFT JOIN redress.finding later ON later.jurisdiction_id = f.jurisdiction_id AND later.supersedes = f.id
       WHERE later.id IS NULL
       GROUP BY f.allegation_id
    ), disciplined AS (
      SELECT d.allegation_id,
             max(d.kind) FILTER (WHERE d.stage = 'recommended') AS recommended,
             max(d.kind) FILTER (WHERE d.stage = 'imposed') AS imposed
        FROM redress.discipline d
        LEFT JOIN redress.discipline later ON later.jurisdiction_id = d.jurisdiction_id AND later.supersedes = d.id
       WHERE later.id IS NULL
       GROUP BY d.allegation_id
    )
    SELECT c.id AS complaint,
           coalesce(accused.officer_id, accused.id) AS officer,
           to_char(coalesce(c.incident_on, (c.received_at AT TIME ZONE here.time_zone)::date), 'YYYY-MM') AS incident_period,
           coalesce(c.district || coalesce(' beat ' || c.beat, ''), 'unknown') AS place,
           person.race AS complainant_race,
           person.gender AS complainant_gender,
           person.age AS complainant_age,
           a.category AS allegation,
           coalesce(found.board, found.supervisor, found.investigator) AS recommended_finding,
           coalesce(found.final, found.chief, found.board, found.supervisor, found.investigator) AS finding,
           disciplined.recommended AS discipline_recommended,
           disciplined.imposed AS discipline_imposed,
           accused.officer_id,
           officer.name AS officer_name,
           coalesce(accused.rank_at_incident, officer.rank) AS officer_rank,
           coalesce(c.incident_on, (c.received_at AT TIME ZONE here.time_zone)::date) AS incident_on
      FROM redress.allegation a
      JOIN redress.releasable_complaint c ON c.jurisdiction_id = a.jurisdiction_id AND c.id = a.complaint_id
      JOIN redress.jurisdiction here ON here.id = c.jurisdiction_id
      JOIN redress.complaint_officer accused
        ON accused.jurisdiction_id = a.jurisdiction_id AND accused.id = a.complaint_officer_id
      LEFT JOIN redress.officer officer
        ON officer.jurisdiction_id = accused.jurisdiction_id AND officer.id = accused.officer_id
      LEFT JOIN person ON person.complaint_id = c.id
      LEFT JOIN found ON found.allegation_id = a.id
      LEFT JOIN disciplined ON disciplined.allegation_id = a.id
     WHERE c.kind = 'complaint'
       AND (c.source IS NOT NULL OR c.status NOT IN ('filed', 'declined', 'referred', 'withdrawn'))`,
};

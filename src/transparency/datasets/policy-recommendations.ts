import type { RecordColumn, RecordSpec } from './open-spec.js';

const column = (name: string, type: RecordColumn['type'], title: string, description: string): RecordColumn => ({
  name,
  type,
  title,
  description,
});

/** Titles, days and codes. The words of a recommendation can be written anew; they stand on its page. */
export const policyRecommendations: RecordSpec = {
  basis: 'public-record',
  dataset: 'policy-recommendations',
  title: 'Recommendations on policy, and what was answered',
  oneRow: 'One row is one recommendation that the board made public, as it stands.',
  caveats: [
    'What was answered, and how it was verified, is the newest of each; the page of the recommendation tells every step, and its words.',
    'A recommendation is in it from when its public text was let out, not from when it was made.',
  ],
  unitWord: 'recommendation',
  columns: [
    column('number', 'integer', 'Number', 'Number of the recommendation.'),
    column('kind', 'text', 'Kind', 'What it is about, in the charter’s words.'),
    column('addressed_to', 'text', 'Addressed to', 'Who is to answer it.'),
    column('title', 'text', 'Title', 'Title as it was published.'),
    column('issued_on', 'date', 'Issued', 'The day on which it was made.'),
    column('answer_due_on', 'date', 'Answer due', 'The day by which it was to be answered, as extended.'),
    column('status', 'text', 'Status', 'How it stands.'),
    column('answer', 'text', 'Answer', 'accepted, accepted_in_part, rejected, or none for silence. Empty: not yet.'),
    column('answered_on', 'date', 'Answered', 'The day of that answer. Empty: not yet.'),
    column('verification', 'text', 'Verification', 'implemented, partly_implemented, not_implemented. Empty: not yet.'),
    column('verified_on', 'date', 'Verified', 'The day of that verification. Empty: not yet.'),
  ],
  key: ['number'],
  order: ['issued_on'],
  source: `
    SELECT p.number,
           p.kind,
           p.addressed_to,
           p.title,
           p.issued_on,
           p.answer_due_on,
           p.status,
           answer.outcome AS answer,
           answer.taken_on AS answered_on,
           verified.outcome AS verification,
           verified.taken_on AS verified_on
      FROM published.policy_recommendation p
      LEFT JOIN LATERAL (SELECT s.outcome, s.taken_on FROM published.policy_step s
        WHERE s.recommendation_id = p.id AND s.kind = 'answer' ORDER BY s.id DESC LIMIT 1) answer ON true
      LEFT JOIN LATERAL (SELECT s.outcome, s.taken_on FROM published.policy_step s
        WHERE s.recommendation_id = p.id AND s.kind = 'verification' ORDER BY s.id DESC LIMIT 1) verified ON true
     WHERE p.jurisdiction = $1`,
};

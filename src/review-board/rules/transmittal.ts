import { type CharterDocument, termOf } from '../../charter/index.js';

/** What stands on the paper that the chief is handed; nothing of it changes after it was sent. */
export interface TransmittalFacts {
  agency: string;
  caseNumber: string;
  addressedTo: string;
  /** ISO date, where the agency is */
  sentOn: string;
  kind: string;
  category: string | null;
  disciplineKind: string | null;
  disciplineDays: number | null;
  /** Null: it rests on no vote */
  yesVotes: number | null;
  noVotes: number | null;
  text: string;
}

/** The same recommendation gives the same words, so that their hash tells whether this is what was handed over. */
export function transmittal(
  facts: TransmittalFacts,
  charter: Pick<CharterDocument, 'allegations' | 'disciplines'>,
): string {
  const { agency, caseNumber, addressedTo, sentOn, kind, category, disciplineKind, disciplineDays, text } = facts;
  const label = (terms: CharterDocument['disciplines'] | CharterDocument['allegations'], code: string): string =>
    termOf<{ code: string; label: string }>(terms, code)?.label ?? code;
  const days = disciplineDays === null ? '' : `, ${disciplineDays} days`;
  const lines = [
    agency,
    `Case ${caseNumber}`,
    `To: ${addressedTo}`,
    `Sent on ${sentOn}`,
    '',
    `Recommendation: ${kind}`,
    ...(category === null ? [] : [`Allegation: ${label(charter.allegations, category)}`]),
    ...(disciplineKind === null ? [] : [`Discipline: ${label(charter.disciplines, disciplineKind)}${days}`]),
    ...(facts.yesVotes === null ? [] : [`Vote: ${facts.yesVotes} yes, ${facts.noVotes ?? 0} no`]),
    '',
    text,
  ];
  return `${lines.join('\n')}\n`;
}

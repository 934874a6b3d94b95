import { type CharterDocument, type Term, termOf } from '../../charter/index.js';
import { dayInWords } from './day-in-words.js';
import type { LetterValues } from './fill-letter.js';

/** What the writer of a letter may say where the case says nothing, or says it in other words than a letter should. */
export const GIVEN_BY_WRITER = ['name', 'stage', 'nextBy', 'reason', 'disposition', 'findings'] as const;
export type GivenValues = Partial<Record<(typeof GIVEN_BY_WRITER)[number], string | undefined>>;

/** The facts of a case that letters are filled with; days are ISO dates. */
export interface LetterFacts {
  caseNumber: string;
  agency: string;
  today: string;
  /** In English */
  stage: string;
  name: string | null;
  receivedOn: string | null;
  referredTo: string | null;
  declinedOn: string | null;
  nextBy: string | null;
  reconsiderUntil: string | null;
  /** How it was closed, codes of the charter: what was decided, or why it ended */
  disposition: string | null;
  closingReason: string | null;
  finals: readonly { category: string; finding: string }[];
}

/** The values for a letter in a language: the writer's where they may say it, and the case's. */
export function letterValues(
  facts: LetterFacts,
  charter: CharterDocument,
  language: string,
  { nextBy, ...given }: GivenValues,
): LetterValues {
  const { screening, allegations, findings, dispositions, closing } = charter;
  const day = (iso: string | null | undefined): string | undefined => (iso ? dayInWords(iso, language) : undefined);
  const label = (terms: readonly Term[], code: string): string =>
    terms.find((term) => term.code === code)?.label ?? code;
  const { finals, referredTo, declinedOn, name, stage } = facts;
  const days = screening.appealDays;
  const ended = termOf(dispositions, facts.disposition ?? '') ?? termOf(closing.reasons, facts.closingReason ?? '');
  return told({
    caseNumber: facts.caseNumber,
    agency: facts.agency,
    today: day(facts.today),
    receivedOn: day(facts.receivedOn),
    reconsiderUntil: day(facts.reconsiderUntil),
    referredTo: referredTo === null ? undefined : label(screening.referralBodies, referredTo),
    appealUntil: declinedOn === null || days === null ? undefined : day(daysAfter(declinedOn, days)),
    name: given.name ?? name ?? undefined,
    // The case's own words are English: in another language the writer says it.
    stage: given.stage ?? (language === 'en' ? stage : undefined),
    nextBy: day(nextBy ?? facts.nextBy),
    reason: given.reason,
    disposition: given.disposition ?? (language === 'en' ? ended?.label : undefined),
    findings:
      given.findings ??
      finals.map(({ category, finding }) => `${label(allegations, category)}: ${label(findings, finding)}`).join('\n'),
  });
}

function told(values: Record<keyof LetterValues, string | undefined>): LetterValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function daysAfter(isoDate: string, days: number): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

export { EnactCharter, type NewCharter } from './actions/enact-charter.js';
export { EstablishJurisdiction, type NewJurisdiction } from './actions/establish-jurisdiction.js';
export { PrepareImport, type ImportGround } from './actions/prepare-import.js';
export { labelHtml } from './api/label-html.js';
export { CharterModule } from './charter.module.js';
export { genericCharter } from './presets/generic.js';
export { chicagoCharter } from './presets/chicago.js';
export * as deadlineRules from './presets/deadline-rules.js';
export { charterPresets } from './presets/index.js';
export { newJerseyCharter } from './presets/new-jersey.js';
export { CharterReader, type JurisdictionWithCharter } from './records/charter.reader.js';
export { charterById, charterInForce, termsInForce, type Charter } from './records/charter.store.js';
export { jurisdictionDay } from './records/jurisdiction-day.js';
export type { CharterDocument, GenericClass, MeetingKind, Term } from './rules/charter-document.js';
export { MEETING_KINDS } from './rules/charter-document.js';
export type {
  CaseEnd,
  CaseworkTerms,
  Classification,
  ClosingReason,
  LetterTemplate,
  PartyRole,
  PrivacyChoice,
  RetentionClass,
  Track,
} from './rules/casework-terms.js';
export {
  CASE_EVENTS,
  type BusinessCalendar,
  type CaseEvent,
  type DeadlineRule,
  type Holiday,
  type LengthUnit,
  type TollingGround,
} from './rules/deadline-terms.js';
export type { BreakGlassTerms } from './rules/break-glass-terms.js';
export type { AfterVoteTerms, AppealEffect, EscalatesAfter, EscalationStep } from './rules/after-vote-terms.js';
export { datasetRules, type DatasetRules } from './rules/dataset-rules.js';
export {
  type OfficerException,
  type OfficerIdentity,
  type OfficerTerms,
  type PrivacyDemand,
  type PublicationTerms,
} from './rules/publication-terms.js';
export type { ForceProfile } from './rules/force-profile-terms.js';
export type { ForceReviewTerms, ReviewLevel } from './rules/force-review-terms.js';
export type { OversightTerms, TeamRole } from './rules/oversight-terms.js';
export type { ReportingProgramme } from './rules/reporting-terms.js';
export type { AtAdjournment, Majority, Matter, VotingTerms } from './rules/voting-terms.js';
export { labelIn } from './rules/label-in.js';
export { LETTER_PLACEHOLDERS, type LetterPlaceholder, placeholdersIn } from './rules/letter-placeholders.js';
export { codesOf, termOf } from './rules/vocabulary.js';

export { EstablishJurisdiction, type NewJurisdiction } from './actions/establish-jurisdiction.js';
export { CharterModule } from './charter.module.js';
export { genericCharter } from './presets/generic.js';
export { charterPresets } from './presets/index.js';
export { CharterReader } from './records/charter.reader.js';
export { charterById, charterInForce, type Charter } from './records/charter.store.js';
export type { CharterDocument, GenericClass, MeetingKind, Term } from './rules/charter-document.js';
export { MEETING_KINDS } from './rules/charter-document.js';
export { codesOf, termOf } from './rules/vocabulary.js';

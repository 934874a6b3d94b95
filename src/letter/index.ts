export { LetterModule } from './letter.module.js';
export { LetterReader, type OpenedLetter } from './records/letter.reader.js';
export { LETTER_MOVES } from './rules/letter-status.js';

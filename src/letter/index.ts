export { LetterModule } from './letter.module.js';
export { LETTER_MOVES } from './rules/letter-status.js';

import { type Html, html } from '../../platform/html/html.js';
import { followTexts } from '../texts/follow.texts.js';
import { followForm, formOf, type StatusShown } from './follow-form.js';

/** To answer, and to send something. */
export function dialogueForms(shown: StatusShown): Html {
  const { language, found } = shown;
  if (found.mine.status === 'expunged' || found.mine.status === 'disposed') return html``;
  const texts = followTexts[language];
  const [answer, file] = [formOf(shown, 'answer'), formOf(shown, 'file')];
  const title = found.mine.awaitingAnswer ? texts.answerAsked : texts.answer;
  const words = { title, lead: texts.readUnseen, send: texts.sendAnswer };
  const text = answer.area('text', { label: texts.answer, hint: texts.answerHint });
  const what = file.line('title', { label: texts.fileTitle });
  const chosen = file.files('file', { label: texts.fileChoose, hint: texts.fileHint }, false);
  return html`${followForm(shown, 'answer', words, text)}
  ${followForm(shown, 'file', { title: texts.file, send: texts.sendFile }, html`${what} ${chosen}`)}`;
}

import { canMove } from '../../complaint/index.js';
import { type Html, html } from '../../platform/html/html.js';
import { followTexts } from '../texts/follow.texts.js';
import { dayIn } from '../../platform/html/day-in.js';
import { followForm, formOf, type StatusShown } from './follow-form.js';
import { plainOptionsOf } from './options.js';

/** What the charter lets who complained do besides: each form is there while it may be used. */
export function remedyForms(shown: StatusShown): Html {
  const { appealUntil, reconsiderUntil, anonymous, status } = shown.found.mine;
  const gone = status === 'expunged' || status === 'disposed';
  return html`${appealUntil === null || appealUntil < shown.today ? null : appeal(shown, appealUntil)}
  ${reconsiderUntil === null || reconsiderUntil < shown.today ? null : reconsideration(shown, reconsiderUntil)}
  ${anonymous && !gone ? identity(shown) : null} ${gone ? null : newReceipt(shown)}
  ${canMove(status, 'withdrawn') ? withdrawal(shown) : null}`;
}

function appeal(shown: StatusShown, until: string): Html {
  const texts = followTexts[shown.language];
  const lead = texts.appealLead.replace('{day}', dayIn(shown.language, until));
  const grounds = formOf(shown, 'appeal').area('grounds', { label: texts.grounds });
  return followForm(shown, 'appeal', { title: texts.appeal, lead, send: texts.sendAppeal }, grounds);
}

function reconsideration(shown: StatusShown, until: string): Html {
  const texts = followTexts[shown.language];
  const form = formOf(shown, 'reconsideration');
  const lead = texts.reconsiderLead.replace('{day}', dayIn(shown.language, until));
  const known = shown.place.charter.afterVote.reconsideration?.grounds ?? [];
  const options = [{ value: '', label: texts.groundOpen }, ...plainOptionsOf(known, shown.language)];
  const ground = known.length === 0 ? null : form.select('ground', { label: texts.ground }, options);
  const fields = html`${ground} ${form.area('grounds', { label: texts.grounds })}`;
  const words = { title: texts.reconsider, lead, send: texts.sendReconsider };
  return followForm(shown, 'reconsideration', words, fields);
}

function identity(shown: StatusShown): Html {
  const texts = followTexts[shown.language];
  const form = formOf(shown, 'identity');
  // Nothing is chosen beforehand: the first of the choices may be the one that tells everybody.
  const open = { value: '', label: texts.choose };
  const choices = [open, ...plainOptionsOf(shown.place.charter.complainants.privacyChoices, shown.language)];
  const fields = html`${form.line('name', { label: texts.name })} ${form.line('contact', { label: texts.contact })}
  ${form.select('privacy', { label: texts.privacy }, choices)}`;
  return followForm(
    shown,
    'identity',
    { title: texts.identity, lead: texts.identityLead, send: texts.sendIdentity },
    fields,
  );
}

function newReceipt(shown: StatusShown): Html {
  const texts = followTexts[shown.language];
  const words = { title: texts.newReceipt, lead: texts.newReceiptLead, send: texts.sendNewReceipt };
  return followForm(shown, 'receipt', words, html``);
}

function withdrawal(shown: StatusShown): Html {
  const texts = followTexts[shown.language];
  const words = { title: texts.withdraw, lead: texts.withdrawLead, send: texts.sendWithdraw };
  return followForm(shown, 'withdrawal', words, formOf(shown, 'withdrawal').box('sure', { label: texts.sure }));
}

import { type Milestone, milestonesOf, type MyComplaint, nextExpected } from '../../complaint/index.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { followTexts } from '../texts/follow.texts.js';
import { stageTexts } from '../texts/stage.texts.js';
import { dayIn } from '../../platform/html/day-in.js';

/** Where the case stands in words, what the clock says, what was reached and what is to come. */
export function whereItStands(mine: MyComplaint, language: Language, today: string): Html {
  const [texts, words] = [followTexts[language], stageTexts[language]];
  const { label, meaning, nextSteps } = mine.joined ? words.joined : words.stages[mine.status];
  const road = milestonesOf(mine.status, mine.days, mine.expected);
  const { reconsideration } = mine;
  const asked = reconsideration === null ? null : texts[reconsideration === 'stands' ? 'stands_' : reconsideration];
  const updated =
    mine.lastUpdateOn === null ? null : texts.updated.replace('{day}', dayIn(language, mine.lastUpdateOn));
  return html`<h2>${texts.stands}</h2>
    <p><strong>${label}.</strong> ${meaning}</p>
    ${[
      mine.referredTo === null ? null : texts.passedTo.split('{body}').join(mine.referredTo),
      clock(road, language, today),
      asked,
      updated,
    ].map((line) => (line === null ? null : html`<p>${line}</p>`))}
    <h3>${texts.can}</h3>
    <ul>
      ${[...(mine.awaitingAnswer ? [`${texts.answerAsked}.`] : []), ...nextSteps].map((step) => html`<li>${step}</li>`)}
    </ul>
    <h3>${texts.road}</h3>
    <ol class="road">
      ${road.map((milestone) => roadLine(milestone, language))}
    </ol>`;
}

function clock(road: readonly Milestone[], language: Language, today: string): string | null {
  const texts = followTexts[language];
  const next = nextExpected(road);
  if (next === null) return null;
  const code = road.find(({ expectedOn, label }) => expectedOn === next.on && label === next.label)?.code ?? '';
  const words = next.on < today ? texts.late : texts.next;
  const step = stageTexts[language].milestones[code] ?? next.label;
  return words.replace('{step}', step).replace('{day}', dayIn(language, next.on));
}

function roadLine({ code, label, reached, on, expectedOn }: Milestone, language: Language): Html {
  const texts = followTexts[language];
  const day = reached ? on : expectedOn;
  const words = reached ? (day ? texts.reachedOn : texts.reached) : day ? texts.aheadBy : texts.ahead;
  const said = day === null ? words : words.replace('{day}', dayIn(language, day));
  return html`<li class="${reached ? 'reached' : ''}">${stageTexts[language].milestones[code] ?? label}: ${said}</li>`;
}

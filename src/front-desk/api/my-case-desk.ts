import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CharterReader, type JurisdictionWithCharter } from '../../charter/index.js';
import { ReceiptHolderReader } from '../../identity/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { type Language, languageOf } from '../../platform/html/language.js';
import { page } from '../../platform/html/page.js';
import type { Shown } from '../../platform/html/show-page.js';
import type { ActorOf } from '../../shared/actor.js';
import { localDay } from '../../shared/local-day.js';
import { ReadMyCase } from '../actions/read-my-case.js';
import { formFaults } from '../forms/form-faults.js';
import type { FormFields } from '../forms/form-fields.js';
import { letGo, type ReceivedForm, receivedForm } from '../forms/received-form.js';
import { findCasePage } from '../pages/find-case.page.js';
import type { FollowStep, StatusShown } from '../pages/follow-form.js';
import { SCRIPT_ADDRESS } from '../pages/script.js';
import { statusPage } from '../pages/status.page.js';
import { followTexts } from '../texts/follow.texts.js';
import { refusalTexts } from '../texts/refusal.texts.js';

/** Does what the form asks for who holds the receipt; says what was done, in a sentence, or shows another page. */
export type FollowWork = (
  holder: ActorOf<'complainant'>,
  form: ReceivedForm,
  language: Language,
) => Promise<string | Shown>;

/**
 * Every form of the status page goes this way: the receipt in its body is looked up, what it asks is done, and the case is
 * shown as it stands then. Nobody is signed in and no cookie is set, so that a form of another site's could bring nothing
 * along: who knows the receipt needs no browser of somebody else's.
 */
@Injectable()
export class MyCaseDesk {
  constructor(
    private readonly charters: CharterReader,
    private readonly holders: ReceiptHolderReader,
    private readonly readMyCase: ReadMyCase,
    private readonly clock: Clock,
  ) {}

  find(place: JurisdictionWithCharter, language: Language, refused = false): Shown {
    const { findTitle, foot } = followTexts[language];
    const html = page(findTitle, findCasePage(place, language, refused), { language, script: SCRIPT_ADDRESS, foot });
    return { status: refused ? 422 : 200, html };
  }

  async place(slug: string): Promise<JurisdictionWithCharter> {
    return this.charters.ofJurisdiction(slug);
  }

  /** @throws NotFound for a place that is not there */
  async serve(slug: string, request: FastifyRequest, step: FollowStep | null, work: FollowWork): Promise<Shown> {
    const place = await this.charters.ofJurisdiction(slug);
    const form = await receivedForm(request);
    const language = languageOf(form.fields.one('lang'), request.headers['accept-language']);
    const holder = await this.holders.of(slug, form.fields.one('receipt'));
    if (!holder) {
      await letGo(form);
      return this.find(place, language, true);
    }
    const [receipt, today] = [form.fields.one('receipt'), localDay(this.clock.now(), place.timeZone)];
    const shown = { place, language, receipt, today };
    try {
      const done = await work(holder, form, language);
      return typeof done === 'string' ? await this.status(holder, shown, done === '' ? {} : { notice: done }) : done;
    } catch (error) {
      await letGo(form);
      if (step === null || !(error instanceof RuleBroken) || error.status >= 500) throw error;
      return this.status(holder, shown, { tried: tried(step, form.fields, error, language) }, error.status);
    }
  }

  private async status(
    holder: ActorOf<'complainant'>,
    shown: Omit<StatusShown, 'found'>,
    outcome: Pick<StatusShown, 'notice' | 'tried'>,
    status = 200,
  ): Promise<Shown> {
    const { language } = shown;
    const { title, foot } = followTexts[language];
    const found = await this.readMyCase.run(holder);
    const body = statusPage({ ...shown, ...outcome, found });
    const heading = title.replace('{number}', found.mine.caseNumber);
    return { status, html: page(heading, body, { language, script: SCRIPT_ADDRESS, foot }) };
  }
}

function tried(
  step: FollowStep,
  fields: FormFields,
  error: RuleBroken,
  language: Language,
): NonNullable<StatusShown['tried']> {
  const faults = formFaults(error, language) ?? [];
  const texts = refusalTexts[language];
  return { step, fields, faults, refusal: faults.length > 0 ? null : (texts[error.code] ?? texts['other'] ?? null) };
}

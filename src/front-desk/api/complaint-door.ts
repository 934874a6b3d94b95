import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CharterReader } from '../../charter/index.js';
import { FileComplaintDto } from '../../complaint/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { type Language, languageOf } from '../../platform/html/language.js';
import { ProofOfWork } from '../../platform/http/proof-of-work.js';
import { page } from '../../platform/html/page.js';
import type { Shown } from '../../platform/html/show-page.js';
import { FileFromForm } from '../actions/file-from-form.js';
import { complaintOfForm } from '../forms/complaint-of-form.js';
import { checkedForm, formFaults } from '../forms/form-faults.js';
import type { FormFields } from '../forms/form-fields.js';
import { letGo, receivedForm } from '../forms/received-form.js';
import { type ComplaintForm, complaintFormPage } from '../pages/complaint-form.page.js';
import { receiptPage } from '../pages/receipt.page.js';
import { SCRIPT_ADDRESS } from '../pages/script.js';
import { complainTexts } from '../texts/complain.texts.js';
import { receiptTexts } from '../texts/receipt.texts.js';

/** Where a complaint comes in by the form: the form again while something is wrong with it, else the receipt, this once. */
@Injectable()
export class ComplaintDoor {
  constructor(
    private readonly charters: CharterReader,
    private readonly fileFromForm: FileFromForm,
    private readonly proofOfWork: ProofOfWork,
  ) {}

  /** @throws NotFound */
  async open(slug: string, language: Language): Promise<Shown> {
    return shownForm({ place: await this.charters.ofJurisdiction(slug), language, puzzle: this.proofOfWork.puzzle() });
  }

  /** @throws NotFound */
  async take(slug: string, request: FastifyRequest): Promise<Shown> {
    const place = await this.charters.ofJurisdiction(slug);
    const form = await receivedForm(request);
    const { fields } = form;
    const language = languageOf(fields.one('lang'), request.headers['accept-language']);
    const { fileTitle } = complainTexts[language];
    try {
      const complaint = await complaintIn(fields, language);
      this.proofOfWork.demand(fields.said('proof'));
      const filed = await this.fileFromForm.run(slug, complaint, form.files, fileTitle);
      const { title, foot } = receiptTexts[language];
      const body = receiptPage({ host: request.host, slug, language, ...filed });
      return { status: 201, html: page(title, body, { language, script: SCRIPT_ADDRESS, foot }) };
    } catch (error) {
      await letGo(form);
      return refused(error, { place, language, fields, puzzle: this.proofOfWork.puzzle() });
    }
  }
}

/** @throws RuleBroken invalid (422) */
async function complaintIn(fields: FormFields, language: Language): Promise<FileComplaintDto> {
  const unsaid = fields.said('anonymous') === undefined;
  const choose = { path: '/anonymous', code: 'choose', message: 'Choose whether you want to give your name.' };
  try {
    const complaint = await checkedForm(
      FileComplaintDto,
      complaintOfForm(fields, complainTexts[language].witnessesSaid),
    );
    if (unsaid) throw new RuleBroken('invalid', choose.message, 422, [choose]);
    return complaint;
  } catch (error) {
    // Everything that is wrong at once, in the order of the form.
    if (unsaid && error instanceof RuleBroken && !error.faults.includes(choose))
      throw new RuleBroken(error.code, error.message, error.status, [choose, ...error.faults]);
    throw error;
  }
}

function refused(error: unknown, form: ComplaintForm & { fields: FormFields }): Shown {
  if (error instanceof RuleBroken && error.code === 'proof-needed')
    return { ...shownForm({ ...form, notice: complainTexts[form.language].crowded }), status: error.status };
  const faults = formFaults(error, form.language);
  if (faults === null) throw error;
  return { ...shownForm({ ...form, faults }), status: 422 };
}

function shownForm(form: ComplaintForm): Shown {
  const { title, foot } = complainTexts[form.language];
  const frame = { language: form.language, script: SCRIPT_ADDRESS, foot };
  return { status: 200, html: page(`${title}: ${form.place.name}`, complaintFormPage(form), frame) };
}

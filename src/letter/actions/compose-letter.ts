import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, codesOf, jurisdictionDay, termOf } from '../../charter/index.js';
import {
  faultIf,
  identityOpenTo,
  PUBLIC_STAGES,
  refuseFaults,
  standsBehindShield,
  termFaults,
} from '../../complaint/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseVault } from '../../vault/index.js';
import { type LetterGround, letterGround } from '../records/letter-ground.reader.js';
import { fillLetter, type LetterText } from '../rules/fill-letter.js';
import { type GivenValues, letterValues } from '../rules/letter-values.js';

export interface LetterRequest {
  /** A code of the charter's `letters` */
  template: string;
  /** Left out: the language of the case, or the template's first */
  language?: string | undefined;
  /** Somebody of the case; left out: who complains */
  personId?: string | undefined;
  values?: GivenValues | undefined;
}

export interface ComposedLetter extends LetterText {
  template: string;
  language: string;
  personId: string;
  agency: string;
  portalOnly: boolean;
}

/** Fills a template of the charter from the case: what a preview shows is what is written. */
@Injectable()
export class ComposeLetter {
  constructor(
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid, letter-lacks-values (422), case-unreadable (410) */
  async run(
    manager: EntityManager,
    at: { jurisdictionId: string; complaintId: string; staffId: string },
    { template: code, values = {}, ...asked }: LetterRequest,
  ): Promise<ComposedLetter> {
    const ground = await letterGround(manager, at.complaintId);
    if (!ground) throw new NotFound();
    const charter = (await charterById(manager, ground.charterId)).document;
    refuseFaults(termFaults('/template', charter.letters, code));
    const texts = (termOf(charter.letters, code)?.texts ?? []).map((each) => ({
      ...each,
      code: each.language,
      label: '',
    }));
    const language =
      asked.language ?? texts.find((text) => text.language === ground.language)?.language ?? texts[0]?.language;
    const text = texts.find((each) => each.language === language);
    const person = recipientOf(ground, asked.personId);
    refuseFaults([
      ...faultIf(!text, '/language', 'no-such-language', `The letter is there in: ${codesOf(texts)}.`),
      ...faultIf(
        !person,
        '/personId',
        'nobody-to-write-to',
        'Give a person of the case: it has no complainant like that.',
      ),
    ]);
    if (!text || !person) throw new NotFound();
    const today = await jurisdictionDay(manager, at.jurisdictionId, this.clock.now());
    const name = await this.nameOf(manager, at, person);
    const facts = { ...ground, today, name, stage: PUBLIC_STAGES[ground.status].label };
    const filled = fillLetter(text, letterValues(facts, charter, text.language, values));
    if ('missing' in filled) throw lacking(filled.missing);
    const { agency, anonymous } = ground;
    const portalOnly = anonymous && person.roles.includes('complainant');
    return { ...filled, template: code, language: text.language, personId: person.personId, agency, portalOnly };
  }

  private async nameOf(
    manager: EntityManager,
    { jurisdictionId, complaintId, staffId }: { jurisdictionId: string; complaintId: string; staffId: string },
    { personId: rowId, nameCipher, roles }: LetterGround['people'][number],
  ): Promise<string | null> {
    if (nameCipher === null) return null;
    // A letter is no way around the custodian: without a grant the writer says how the person is addressed.
    const hidden =
      standsBehindShield(roles) && !(await identityOpenTo(manager, complaintId, staffId, this.clock.now()));
    if (hidden) return null;
    const key = await this.vault.open(manager, jurisdictionId, complaintId);
    return key.open({ table: 'complaint_person', column: 'name_cipher', rowId }, Buffer.from(nameCipher, 'base64'));
  }
}

function recipientOf(
  { people }: LetterGround,
  personId: string | undefined,
): LetterGround['people'][number] | undefined {
  if (personId !== undefined) return people.find((person) => person.personId === personId);
  return people.find(({ roles }) => roles.includes('complainant'));
}

function lacking(missing: readonly string[]): RuleBroken {
  const faults = missing.map((name) => ({
    path: `/values/${name}`,
    code: 'value-missing',
    message: `The case does not say {{${name}}} yet: give it, or send another letter.`,
  }));
  return new RuleBroken('letter-lacks-values', `The letter cannot be filled: ${missing.join(', ')}.`, 422, faults);
}

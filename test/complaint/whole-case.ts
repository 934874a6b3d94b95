import type { SignedIn, TestApp } from '../support/test-app.js';
import { EvidenceDesk, PNG } from '../evidence/evidence-desk.js';
import { type CaseBuilder, created, done, type Filed } from './case-builder.js';

/** One word for each place in which a case can say whose it is, found nowhere else. */
export const CANARIES = {
  name: 'Zephyrine-Quillfeather',
  contact: '+1-555-0178-4242',
  narrative: 'marzipan-locomotive',
  place: 'Crooked-Lantern-Alley',
  description: 'walrus-moustache-7788',
  reasons: 'octopus-testimony',
  question: 'was-it-the-green-tram',
  answer: 'it-was-the-purple-tram',
  link: 'lighthouse-resemblance',
  unlink: 'lighthouse-was-another',
  hold: 'tambourine-lawsuit',
  order: 'In-re-Quillfeather',
  formerName: 'Zephirine-Quilfether',
  edited: 'accordion-spelling',
  ended: 'pelican-never-there',
  assigned: 'harpsichord-leave',
  identified: 'turnip-photograph',
  imported: 'lavender-column',
  district: 'Heliotrope-District',
  command: 'Saltmarsh-Command',
};

/** Those that stand open, in columns that no cipher hides. */
export const OPEN_WORDS = [CANARIES.imported, CANARIES.district, CANARIES.command];

export interface WholeCase extends Filed {
  officerId: string;
}

/** A case that says something everywhere, found on and closed. @param own put behind each word, so that it is this case's alone */
export async function wholeCase(redress: TestApp, cases: CaseBuilder, own = ''): Promise<WholeCase> {
  const word = (name: keyof typeof CANARIES): string => `${CANARIES[name]}${own}`;
  const filed = await cases.accepted({
    narrative: `They said ${word('narrative')}.`,
    place: word('place'),
    incidentOn: '2024-03-02',
    officerDescription: word('description'),
    complainant: { name: word('formerName'), contact: word('contact') },
    allegations: ['bias'],
  });
  const { complaintId } = filed;
  const assigned = { staffId: cases.investigator.staffId, reason: word('assigned') };
  created(await cases.step(complaintId, 'assignments', assigned));
  await putRight(redress, cases, complaintId, word);
  const { officerId } = created(
    await redress.request('POST', '/api/v1/officers', {
      as: cases.supervisor.token,
      body: { departmentId: (await redress.department(`PD ${complaintId}`)).id, name: 'Ivo Kettle', badgeNumber: '7' },
    }),
  );
  await foundOn(cases, complaintId, { officerId, word });
  await spokenOf(redress, cases, filed, word);
  const desk = new EvidenceDesk(redress, complaintId, cases.supervisor);
  created(await desk.send(PNG, { title: word('place') }));
  done(await cases.step(complaintId, 'close', {}));
  await redress.database.owner.query('UPDATE redress.complaint SET original = $2, district = $3 WHERE id = $1', [
    complaintId,
    { told: word('imported') },
    word('district'),
  ]);
  return { ...filed, officerId };
}

/** Somebody's name is put right, and somebody leaves who was never there. */
async function putRight(
  redress: TestApp,
  cases: CaseBuilder,
  complaintId: string,
  word: (name: 'name' | 'edited' | 'ended') => string,
): Promise<void> {
  const [{ personId }] = (await cases.caseFile(complaintId)).people;
  const { status, text } = await redress.request('PATCH', `/api/v1/complaints/${complaintId}/people/${personId}`, {
    as: cases.supervisor.token,
    body: { version: 1, name: word('name'), reason: word('edited') },
  });
  if (status !== 200) throw new Error(text);
  const other = created(await cases.step(complaintId, 'people', { roles: ['witness'], name: word('name') })).personId;
  done(await cases.step(complaintId, `people/${other}/ending`, { reason: word('ended') }));
}

/** The officer is identified, something is found, and the findings are drafted and approved. */
async function foundOn(
  cases: CaseBuilder,
  complaintId: string,
  { officerId, word }: { officerId: string; word: (name: 'command' | 'identified' | 'reasons') => string },
): Promise<void> {
  const { allegations, officers } = await cases.caseFile(complaintId);
  const told = await cases.step(complaintId, `officers/${officers[0].complaintOfficerId}/identification`, {
    ...{ officerId, means: 'badge', reason: word('identified'), commandAtIncident: word('command') },
  });
  if (told.status >= 300) throw new Error(told.text);
  const finding = { allegationId: allegations[0].allegationId, stage: 'investigator', finding: 'sustained' };
  const reasoned = { ...finding, reasons: word('reasons') };
  created(await cases.step(complaintId, 'findings', reasoned, cases.investigator));
  done(await cases.step(complaintId, 'draft-findings', undefined, cases.investigator));
  created(await cases.step(complaintId, 'reviews', { decision: 'approve' }));
}

/** Words between people, and about another case. */
async function spokenOf(
  redress: TestApp,
  cases: CaseBuilder,
  { complaintId, receiptCode }: Filed,
  word: (name: 'question' | 'answer' | 'link' | 'unlink' | 'hold') => string,
): Promise<void> {
  created(await cases.step(complaintId, 'messages', { text: word('question') }));
  const mine = '/api/v1/jurisdictions/riverton/my-complaint/messages';
  created(await redress.request('POST', mine, { receipt: receiptCode, body: { text: word('answer') } }));
  const other = await cases.file();
  const link = { linkedComplaintId: complaintId, kind: 'related', reason: word('link') };
  const { linkId } = created(await cases.step(other.complaintId, 'links', link));
  done(await cases.step(complaintId, `links/${linkId}/end`, { reason: word('unlink') }));
  const { holdId } = created(await cases.step(complaintId, 'holds', { reason: word('hold') }));
  done(await cases.step(complaintId, `holds/${holdId}/release`, { reason: word('hold') }));
}

/** Asks for the destruction of a case and decides on it: two people, one after the other. */
export class Expungement {
  private constructor(
    private readonly cases: CaseBuilder,
    readonly records: SignedIn,
    readonly director: SignedIn,
  ) {}

  static async by(redress: TestApp, cases: CaseBuilder): Promise<Expungement> {
    return new Expungement(cases, await redress.staff('records'), await redress.staff('director'));
  }

  async ask(complaintId: string, own = ''): Promise<string> {
    const order = { authority: 'court_order', reference: `${CANARIES.order}${own}` };
    return created(await this.cases.step(complaintId, 'expungements', order, this.records)).expungementId;
  }

  decide(complaintId: string, expungementId: string, as = this.director, approve = true) {
    return this.cases.step(complaintId, 'expungement-decision', { expungementId, approve }, as);
  }

  async of(complaintId: string, own = ''): Promise<void> {
    done(await this.decide(complaintId, await this.ask(complaintId, own)));
  }
}

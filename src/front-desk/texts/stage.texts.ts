import { type ComplaintStatus, JOINED, MILESTONES, type PublicStage, PUBLIC_STAGES } from '../../complaint/index.js';
import type { Language } from '../../platform/html/language.js';

const KEEP = 'Guarde su código de recibo: es la única forma de seguir este caso.';
const WITHDRAW = 'Puede retirarlo aquí con su código de recibo.';
const WAIT = 'Por ahora no tiene que hacer nada.';
const MORE = 'Si recuerda algo más, o tiene fotos o nombres de testigos, escriba un mensaje o envíe un archivo aquí.';

const es: Record<ComplaintStatus, PublicStage> = {
  filed: {
    label: 'Recibida',
    meaning: 'La oficina la tiene y revisa si puede ocuparse de ella.',
    nextSteps: [KEEP, MORE, WITHDRAW],
  },
  declined: {
    label: 'No admitida',
    meaning: 'La oficina no puede ocuparse de ella.',
    nextSteps: ['Pregunte a la oficina por qué, y si se puede revisar la decisión; diga el número de caso.'],
  },
  referred: {
    label: 'Enviada a otra oficina',
    meaning: 'Otra oficina es la responsable.',
    nextSteps: ['Pregunte a la oficina que la recibió; diga el número de caso.'],
  },
  accepted: {
    label: 'Admitida',
    meaning: 'La oficina se ocupará de ella; se está buscando un investigador.',
    nextSteps: [KEEP, MORE, WITHDRAW],
  },
  investigating: {
    label: 'En investigación',
    meaning: 'Un investigador está averiguando qué pasó.',
    nextSteps: [KEEP, MORE, WITHDRAW],
  },
  findings_drafted: {
    label: 'En revisión',
    meaning: 'La investigación terminó y se revisan sus conclusiones.',
    nextSteps: [KEEP, WAIT],
  },
  before_board: {
    label: 'Ante la junta',
    meaning: 'La junta de revisión decidirá sobre cada punto de la queja.',
    nextSteps: [KEEP, WAIT, 'La junta anuncia sus reuniones; usted puede asistir a las partes públicas.'],
  },
  with_chief: {
    label: 'Ante el jefe de policía',
    meaning: 'La junta decidió; el jefe de policía tiene que responder.',
    nextSteps: [KEEP, WAIT],
  },
  closed: {
    label: 'Cerrada',
    meaning: 'El caso está decidido.',
    nextSteps: ['Pida a la oficina el resultado por escrito, y pregunte si puede apelar; diga el número de caso.'],
  },
  withdrawn: {
    label: 'Retirada',
    meaning: 'Se retiró, y la oficina dejó de trabajar en ella.',
    nextSteps: ['Puede presentar otra queja cuando quiera.'],
  },
  expunged: {
    label: 'Eliminada',
    meaning: 'Lo que constaba en este caso se destruyó para siempre, por orden de un juez, de una oficina o de la ley.',
    nextSteps: [
      'Ya no hay nada que leer ni que cambiar. Pregunte a la oficina con qué derecho; diga el número de caso.',
    ],
  },
  disposed: {
    label: 'Destruida al vencer su plazo',
    meaning: 'El caso estaba cerrado, y lo que constaba en él se destruyó al terminar el tiempo de guardarlo.',
    nextSteps: [
      'Ya no hay nada que leer ni que cambiar. Pregunte a la oficina con qué derecho; diga el número de caso.',
    ],
  },
};

const joined: PublicStage = {
  label: 'Unida a otro caso',
  meaning: 'La oficina tiene otro caso sobre lo mismo y sigue con ese; lo que usted contó se guarda con él.',
  nextSteps: [
    'Pregunte a la oficina cómo va el otro caso; diga su número de caso.',
    'Si piensa que no se trata de lo mismo, dígaselo a la oficina.',
  ],
};

const milestones: Readonly<Record<string, string>> = {
  registered: 'Registrada',
  accepted: 'Admitida',
  assigned: 'Asignada a un investigador',
  complainant_interviewed: 'Le escucharon a usted',
  officer_interviewed: 'Escucharon a la policía',
  records_requested: 'Se pidieron documentos',
  supervisor_review: 'Revisión de un supervisor',
  before_board: 'Ante la junta',
  decision: 'Decidida',
  closed: 'Cerrada',
  declined: es.declined.label,
  referred: es.referred.label,
  withdrawn: es.withdrawn.label,
  expunged: es.expunged.label,
  disposed: es.disposed.label,
};

export interface StageTexts {
  stages: Readonly<Record<ComplaintStatus, PublicStage>>;
  joined: PublicStage;
  /** By the milestone's code */
  milestones: Readonly<Record<string, string>>;
}

/** Where a case stands, in words: the English are those that the API answers with. */
export const stageTexts: Readonly<Record<Language, StageTexts>> = {
  en: {
    stages: PUBLIC_STAGES,
    joined: JOINED,
    milestones: Object.fromEntries([
      ...MILESTONES.map(({ code, label }) => [code, label] as const),
      ...(['declined', 'referred', 'withdrawn', 'expunged', 'disposed'] as const).map(
        (status) => [status, PUBLIC_STAGES[status].label] as const,
      ),
    ]),
  },
  es: { stages: es, joined, milestones },
};

import type { Term } from '../rules/term.js';

/** The generic words in Spanish, by the vocabulary and the code: what people meet who file, follow a case or read the charter. */
const WORDS = {
  races: {
    american_indian: 'Indígena americana o nativa de Alaska',
    asian: 'Asiática',
    black: 'Negra o afroamericana',
    hispanic: 'Hispana o latina',
    pacific_islander: 'Nativa de Hawái o de otra isla del Pacífico',
    white: 'Blanca',
    two_or_more: 'Dos o más',
    other: 'Otra',
  },
  genders: { female: 'Femenino', male: 'Masculino', non_binary: 'No binario', other: 'Otro' },
  allegationGroups: {
    force: 'Fuerza',
    search_seizure: 'Registro, incautación, arresto',
    conduct: 'Conducta',
    service: 'Servicio y procedimiento',
  },
  allegations: {
    unreasonable_force: 'Fuerza sin razón o excesiva',
    display_of_weapon: 'Mostrar un arma para intimidar',
    wrongful_arrest: 'Arresto indebido',
    wrongful_detention: 'Detención indebida',
    wrongful_search: 'Registro indebido',
    wrongful_entry: 'Entrada indebida',
    property: 'Quitar o dañar cosas',
    bias: 'Trato discriminatorio',
    discourtesy: 'Falta de respeto',
    offensive_language: 'Lenguaje ofensivo',
    sexual_misconduct: 'Mala conducta sexual',
    conduct_unbecoming: 'Conducta impropia de un agente',
    untruthful_statement: 'Declaración falsa',
    refused_identification: 'Negarse a identificarse',
    neglect_of_duty: 'No cumplir con su deber',
    procedure: 'Infracción de las normas o del procedimiento',
  },
  findings: {
    sustained: 'Probada',
    not_sustained: 'No probada',
    exonerated: 'El agente actuó conforme a las normas',
    unfounded: 'Sin fundamento',
    closed_without_finding: 'Cerrada sin conclusión',
    mediated: 'Resuelta por mediación',
  },
  disciplines: {
    none: 'Sin sanción',
    training: 'Capacitación',
    reprimand: 'Amonestación',
    suspension: 'Suspensión',
    separation: 'Separación del cargo',
  },
  channels: {
    web: 'Formulario en línea',
    phone: 'Teléfono',
    mail: 'Carta',
    email: 'Correo electrónico',
    walk_in: 'En persona',
    '311': 'Línea de información de la ciudad',
    other_agency: 'Enviada por otra oficina',
    internal_affairs: 'Enviada por asuntos internos',
    media: 'Noticia en los medios',
    self_initiated: 'Por iniciativa de la propia oficina',
    force_notification: 'Aviso de uso de la fuerza',
  },
  powers: {
    access_records: 'Ver los documentos de la policía',
    subpoena: 'Citar a testigos y exigir documentos',
    compel_statements: 'Obligar a los agentes a declarar',
    recommend_discipline: 'Recomendar sanciones',
    recommend_policy: 'Recomendar cambios en las normas',
  },
  standardsOfProof: {
    preponderance: 'Es más probable que sí que no',
    clear_and_convincing: 'La prueba es clara y convincente',
  },
  privacyChoices: {
    open: 'Todos los que participan pueden saber mi nombre',
    police_not_public: 'La oficina y la policía pueden saber mi nombre; el público no',
    agency_only: 'Solo la oficina puede saber mi nombre, cuando sea necesario',
    anonymous: 'Nadie sabe mi nombre',
  },
  accommodations: {
    interpreter: 'Intérprete',
    sign_language: 'Intérprete de lengua de señas',
    large_print: 'Letra grande',
    wheelchair: 'Acceso sin escalones',
    other: 'Otra cosa',
  },
  reconsiderationGrounds: {
    new_evidence: 'Hay pruebas nuevas',
    error_of_fact: 'Algo que se dio por cierto no lo es',
    error_of_law: 'Una norma se entendió mal',
    not_considered: 'Algo no se tuvo en cuenta',
    other: 'Otra razón',
  },
} satisfies Record<string, Readonly<Record<string, string>>>;

/** The terms with their Spanish labels beside the English ones; a term without one is left as it is. */
export function inSpanish<T extends Term>(vocabulary: keyof typeof WORDS, terms: readonly T[]): T[] {
  const words: Readonly<Record<string, string>> = WORDS[vocabulary];
  return terms.map((term) => {
    const es = words[term.code];
    return es === undefined ? term : { ...term, labels: { es } };
  });
}

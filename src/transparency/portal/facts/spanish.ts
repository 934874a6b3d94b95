import { SPANISH_COLUMNS } from './spanish-columns.js';
import { SPANISH_VALUES } from './spanish-values.js';

/** What a language calls the things of datasets. What is not in it is shown as the release has it, marked as English. */
export interface Translation {
  readonly datasets: Readonly<Record<string, { readonly title: string; readonly oneRow: string } | undefined>>;
  /** By the column's name */
  readonly columns: Readonly<Record<string, string | undefined>>;
  /** Several of them */
  readonly units: Readonly<Record<string, string | undefined>>;
  /** By the code that stands in the file */
  readonly values: Readonly<Record<string, string | undefined>>;
}

export const SPANISH: Translation = {
  datasets: {
    'complaint-allegations': {
      title: 'Acusaciones en quejas contra agentes de policía',
      oneRow:
        'Cada fila es una acusación contra un agente en una queja; una queja tiene tantas filas como acusaciones.',
    },
    'use-of-force': {
      title: 'Usos de la fuerza por agentes de policía',
      oneRow:
        'Cada fila es el uso de la fuerza de un agente contra una persona, según un informe; cuando el informe no dice quién usó la fuerza contra quién, cada agente se empareja con cada persona.',
    },
    complaints: {
      title: 'Quejas contra agentes de policía',
      oneRow: 'Cada fila es una queja, con todo lo que alega y lo que resultó de ella.',
    },
    'complaint-officers': {
      title: 'Agentes en quejas',
      oneRow: 'Cada fila es un agente acusado en una queja; un agente tiene una fila por cada queja.',
    },
    complainants: {
      title: 'Personas que se quejaron de agentes de policía, y víctimas',
      oneRow: 'Cada fila es una persona en una queja: quien se quejó o una víctima.',
    },
    'use-of-force-incidents': {
      title: 'Incidentes en que agentes de policía usaron la fuerza',
      oneRow: 'Cada fila es un incidente, con todos los informes de un departamento sobre él.',
    },
    'use-of-force-officers': {
      title: 'Agentes que usaron la fuerza',
      oneRow: 'Cada fila es un agente en un incidente, con toda la fuerza que usó en él.',
    },
    'use-of-force-subjects': {
      title: 'Personas contra las que agentes de policía usaron la fuerza',
      oneRow: 'Cada fila es una persona contra la que se usó la fuerza, según un informe.',
    },
    'force-applications': {
      title: 'Fuerza usada por agentes de policía, tipo por tipo',
      oneRow: 'Cada fila es un tipo de fuerza que un agente usó contra una persona, según un informe.',
    },
    'board-decisions': {
      title: 'Decisiones de la junta en sesión abierta',
      oneRow: 'Cada fila es una moción que la junta votó en sesión abierta.',
    },
    'meeting-votes': {
      title: 'Cómo votaron los miembros de la junta en sesión abierta',
      oneRow: 'Cada fila es la posición de un miembro sobre una moción.',
    },
    discipline: {
      title: 'Sanciones a agentes de policía, recomendadas e impuestas',
      oneRow: 'Cada fila es una acusación por la que se recomendó o se impuso una sanción.',
    },
    'policy-recommendations': {
      title: 'Recomendaciones sobre normas, y qué se respondió',
      oneRow: 'Cada fila es una recomendación que la junta hizo pública, tal como está.',
    },
    'department-completeness': {
      title: 'Qué tan completos y puntuales son los informes de uso de la fuerza de cada departamento',
      oneRow: 'Cada fila es un departamento en un mes o un año que ya terminó.',
    },
    denominators: {
      title: 'Entre qué se dividen los recuentos: habitantes, agentes, detenciones de paso, arrestos',
      oneRow: 'Cada fila es un recuento de un grupo en un mes, según una fuente.',
    },
  },
  columns: SPANISH_COLUMNS,
  units: {
    complaint: 'quejas',
    incident: 'incidentes',
    report: 'informes',
    person: 'personas',
    officer: 'agentes',
    case: 'casos',
    decision: 'decisiones',
    vote: 'votos',
    recommendation: 'recomendaciones',
  },
  values: SPANISH_VALUES,
};

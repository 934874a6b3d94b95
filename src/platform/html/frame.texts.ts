import type { Language } from './language.js';

/** What stands around every page. */
export const frameTexts: Readonly<Record<Language, Readonly<Record<'skip' | 'main' | 'errors' | 'foot', string>>>> = {
  en: {
    skip: 'Skip to the content',
    main: 'Main',
    errors: 'Errors',
    foot: 'Civilian oversight of policing. Pages read what is published, and no case.',
  },
  es: {
    skip: 'Ir al contenido',
    main: 'Principal',
    errors: 'Errores',
    foot: 'Supervisión civil de la policía. Las páginas leen lo que está publicado, y ningún caso.',
  },
};

import type { Language } from '../html/language.js';

/** A "no" on a page, by its status; else by the class of it (`4xx`, `5xx`). `id`: quoted, it is found in the log. */
export const problemTexts: Readonly<
  Record<Language, { titles: Readonly<Record<string, string>>; id: string; back: string }>
> = {
  en: {
    titles: {
      404: 'There is nothing here under that name, or you may not see it.',
      410: 'This was taken back.',
      413: 'This is more than can be taken at once.',
      429: 'Too much came in at once. Wait a little, then go back and try again.',
      503: 'Too much is going on just now. Wait a little, then go back and try again.',
      '4xx': 'This could not be read. Go back and check what you wrote.',
      '5xx': 'Something went wrong on our side. Nothing was saved.',
    },
    id: 'If you tell us about it, say this number:',
    back: 'To the first page',
  },
  es: {
    titles: {
      404: 'No hay nada con ese nombre, o usted no puede verlo.',
      410: 'Esto se retiró.',
      413: 'Esto es más de lo que se puede recibir de una vez.',
      429: 'Llegó demasiado a la vez. Espere un poco, vuelva atrás e inténtelo otra vez.',
      503: 'Hay demasiado movimiento ahora. Espere un poco, vuelva atrás e inténtelo otra vez.',
      '4xx': 'Esto no se pudo leer. Vuelva atrás y revise lo que escribió.',
      '5xx': 'Algo falló de nuestro lado. No se guardó nada.',
    },
    id: 'Si nos avisa, diga este número:',
    back: 'A la primera página',
  },
};

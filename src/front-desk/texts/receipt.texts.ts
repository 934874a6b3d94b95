import type { Language } from '../../platform/html/language.js';

const en = {
  title: 'We have it. Keep your receipt.',
  newTitle: 'Your new receipt',
  newLead: 'The old receipt opens nothing any more.',
  once: 'You see this code only now. We can not tell it to you again. If you lose it, nobody can look it up for you.',
  code: 'Your receipt code',
  number: 'Case number',
  numberHint: 'Give this number when you call. It does not open your case.',
  keep: 'How to keep it',
  keepPaper: 'Write it down on paper, or print this page.',
  keepSecret: 'Do not show it to anyone. Who has it can read your case and write in your name.',
  keepWhere: 'Come back to this address to see how your case stands, and type the code there:',
  files: 'Files that came with it',
  fileTaken: 'File {number}: we have it. To check it later, this is its SHA-256:',
  fileRefused: 'File {number}: we could not take it. {reason} You can send another one with your receipt.',
  fileEmpty: 'It is empty.',
  fileType: 'We do not take this kind of file. We take photos, films, sound, PDF, Word and plain text.',
  fileLarge: 'It is too large.',
  fileName: 'Its name is that of another kind of file.',
  fileBroken: 'It can not be opened.',
  fileHides: 'Another file is hidden in it. Send each one by itself.',
  fileFailed: 'It did not come through.',
  follow: 'See how my case stands',
  foot: 'Close this window when you have kept your code.',
};

export type ReceiptTexts = Readonly<typeof en>;

const es: ReceiptTexts = {
  title: 'Lo hemos recibido. Guarde su recibo.',
  newTitle: 'Su nuevo recibo',
  newLead: 'El recibo anterior ya no abre nada.',
  once: 'Este código se muestra solo ahora. No podemos decírselo otra vez. Si lo pierde, nadie puede buscarlo por usted.',
  code: 'Su código de recibo',
  number: 'Número de caso',
  numberHint: 'Diga este número cuando llame. No abre su caso.',
  keep: 'Cómo guardarlo',
  keepPaper: 'Escríbalo en papel o imprima esta página.',
  keepSecret: 'No lo enseñe a nadie. Quien lo tiene puede leer su caso y escribir en su nombre.',
  keepWhere: 'Vuelva a esta dirección para ver cómo va su caso, y escriba allí el código:',
  files: 'Archivos que llegaron',
  fileTaken: 'Archivo {number}: lo tenemos. Para comprobarlo más tarde, este es su SHA-256:',
  fileRefused: 'Archivo {number}: no lo pudimos aceptar. {reason} Puede enviar otro con su recibo.',
  fileEmpty: 'Está vacío.',
  fileType: 'No aceptamos este tipo de archivo. Aceptamos fotos, videos, sonido, PDF, Word y texto.',
  fileLarge: 'Es demasiado grande.',
  fileName: 'Su nombre es de otro tipo de archivo.',
  fileBroken: 'No se puede abrir.',
  fileHides: 'Hay otro archivo escondido en él. Envíe cada uno por separado.',
  fileFailed: 'No llegó completo.',
  follow: 'Ver cómo va mi caso',
  foot: 'Cierre esta ventana cuando haya guardado su código.',
};

export const receiptTexts: Readonly<Record<Language, ReceiptTexts>> = { en, es };

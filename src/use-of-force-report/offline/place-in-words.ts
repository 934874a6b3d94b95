const PARTS: Readonly<Record<string, string>> = { subjects: 'subject', officers: 'officer', force: 'force' };

/** `/subjects/0/medicalAid/1` as a clerk finds it: `subject 1, medical aid`. */
export function placeInWords(path: string): string {
  const [first = '', second, third] = path.split('/').slice(1);
  if (first === '') return 'the report';
  const part = PARTS[first];
  if (part === undefined || second === undefined || !/^\d+$/.test(second)) return wordsOf(first);
  const person = `${part} ${Number(second) + 1}`;
  return third === undefined ? person : `${person}, ${wordsOf(third)}`;
}

function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

import { text } from 'node:stream/consumers';

/** Asks without showing what is typed; from a pipe, reads the one line that stands there. */
export async function askPassword(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/)[0] ?? '';
  stderr.write(prompt);
  stdin.setRawMode(true);
  let typed = '';
  for await (const chunk of stdin.setEncoding('utf8') as AsyncIterable<string>) {
    for (const letter of chunk) {
      if (letter === '\u0003') process.exit(130);
      if (letter === '\r' || letter === '\n') {
        stdin.setRawMode(false);
        stderr.write('\n');
        return typed;
      }
      typed = letter === '\u007f' ? typed.slice(0, -1) : typed + letter;
    }
  }
  return typed;
}

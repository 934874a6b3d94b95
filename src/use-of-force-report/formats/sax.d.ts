/** The package brings no types of its own; this is as much of it as we use. */
declare module 'sax' {
  export interface Tag {
    name: string;
    attributes: Record<string, string>;
  }
  export interface Parser {
    onopentag: (tag: Tag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: () => void;
    onerror: (error: Error) => void;
    /** In the text so far */
    position: number;
    line: number;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: boolean, options?: { strictEntities?: boolean }): Parser };
  export default sax;
}

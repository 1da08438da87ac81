/** Writes the story to the terminal: who does what, and what Slack shows. Colours only in a real terminal. */
export interface Terminal {
  act(title: string): void;
  does(who: string, what: string): void;
  happens(what: string): void;
  shows(where: string, lines: string): void;
  note(text: string): void;
}

const width = 100;

export function createTerminal(write: (line: string) => void, coloured: boolean): Terminal {
  const paint = (code: number, text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    act(title) {
      write('');
      write(paint(1, `── ${title} ${'─'.repeat(Math.max(0, width - title.length - 4))}`));
    },
    does: (who, what) => write(`${paint(36, `${who}:`)} ${what}`),
    happens: (what) => write(paint(33, `[${what}]`)),
    shows(where, lines) {
      write(paint(2, `  ┌ ${where}`));
      for (const line of lines.split('\n').flatMap(folded)) write(`${paint(2, '  │')} ${line}`);
      write(paint(2, '  └'));
    },
    note: (text) => write(paint(2, text)),
  };
}

/** Long lines broken at blanks, so that the frame holds. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width);
    const at = blank > 0 ? blank : width;
    lines.push(rest.slice(0, at));
    rest = `  ${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest];
}

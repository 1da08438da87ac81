/**
 * Makes one call of what many ask for within a few milliseconds: a thousand channels that ask for their next message
 * cost a few statements. `all` answers in the order of asking; when it fails, everybody in that call is told.
 */
export function gather<Ask, Answer>(
  all: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  { withinMs = 5, most = 500 }: { readonly withinMs?: number; readonly most?: number } = {},
): (ask: Ask) => Promise<Answer> {
  interface Waiting {
    readonly ask: Ask;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  }
  let line: Waiting[] = [];

  async function call(asked: readonly Waiting[]): Promise<void> {
    try {
      const answers = await all(asked.map(({ ask }) => ask));
      for (const [i, answer] of answers.entries()) asked[i]?.resolve(answer);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
  function leave(): void {
    const asked = line;
    line = [];
    if (asked.length > 0) void call(asked);
  }
  return (ask) =>
    new Promise((resolve, reject) => {
      line.push({ ask, resolve, reject });
      if (line.length === 1) setTimeout(leave, withinMs);
      if (line.length === most) leave();
    });
}

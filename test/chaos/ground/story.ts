/** What was done and what went wrong, with the time since the beginning; told when something is breached. */
export interface Story {
  /** `about`: the mark of an app, or `fault`. */
  tell(about: string, words: string): void;
  of(about: string): readonly Line[];
}

export interface Line {
  readonly at: number;
  readonly words: string;
}

export function beginStory(): Story {
  const began = performance.now();
  const lines = new Map<string, Line[]>();
  return {
    tell(about, words) {
      const told = lines.get(about) ?? [];
      told.push({ at: Math.round(performance.now() - began), words });
      lines.set(about, told);
    },
    of: (about) => lines.get(about) ?? [],
  };
}

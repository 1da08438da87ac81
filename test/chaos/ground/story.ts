/** What was done and what went wrong, with the time since the beginning; told when something is breached. */
export interface Story {
  /** `about`: the mark of an app, or `fault`. */
  note(about: string, words: string): void;
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
    note(about, words) {
      const noted = lines.get(about) ?? [];
      noted.push({ at: Math.round(performance.now() - began), words });
      lines.set(about, noted);
    },
    of: (about) => lines.get(about) ?? [],
  };
}

/** How a delivery to the app ended. */
export type AckOutcome = 'acked' | 'timeout' | 'unreachable' | 'refused';

export interface Suggestion {
  readonly text: string;
  readonly value: string;
  readonly group: string | null;
  readonly description: string | null;
}

export interface Near {
  /** Of several elements with the same label: the one whose block (or the text just above it) matches. */
  readonly near?: string | RegExp;
}

/** What stands on a modal or on App Home, and what one can do there. Labels are those a person reads. */
export interface Surface {
  /** Readable lines, `[Button]`, `Label: value`, `! error`. Empty once closed. */
  text(): string;
  /** Waits until the text matches. */
  sees(pattern: string | RegExp): Promise<void>;
  /** Labels of buttons, and of the entries of overflow menus. */
  buttons(): string[];
  /** Labels of inputs and named elements. */
  labels(): string[];
  /** What is typed or chosen there now. */
  value(label: string): string | readonly string[] | null;
  /** Texts a static select, radio group or checkbox list offers. */
  options(label: string): string[];
  fill(label: string, text: string): Promise<void>;
  /** One option of a select, radio group or overflow menu. */
  choose(label: string, option: string): Promise<void>;
  tick(label: string, options: readonly string[]): Promise<void>;
  untick(label: string, options: readonly string[]): Promise<void>;
  /** Types into an external select and returns what the app offers. Below min_query_length: nothing is asked. */
  suggestions(label: string, typed: string): Promise<Suggestion[]>;
  /** Adds options to a (multi) select; an external one is asked with `typing` or the option's own text. */
  pick(label: string, options: readonly string[], how?: { typing?: string }): Promise<void>;
  unpick(label: string, options: readonly string[]): Promise<void>;
  pickUsers(label: string, names: readonly string[]): Promise<void>;
  /** A channel or, where all conversations are offered, a person (`@zoe`) or the app (`@bot`): their direct messages. */
  pickChannel(label: string, channel: string): Promise<void>;
  /** Chooses a file from the person's computer; its content is text. */
  attach(label: string, file: { readonly name: string; readonly text: string }): Promise<void>;
  /** A button, or an entry of an overflow menu. */
  press(label: string, where?: Near): Promise<AckOutcome>;
}

export type Submitted = 'closed' | 'errors' | 'updated' | 'pushed' | Exclude<AckOutcome, 'acked'>;

export interface Modal extends Surface {
  readonly viewId: string;
  title(): string;
  /** Presses the submit button. Refuses (throws) what Slack's own client refuses: empty required inputs, lengths, formats. */
  submit(): Promise<Submitted>;
  /** Label -> text of the errors the app answered with. */
  errors(): Readonly<Record<string, string>>;
  /** Slack's own words when the app did not answer: "We had some trouble connecting. Try again?" */
  trouble(): string | null;
  /** The machine delayed the last submission: simulator and app waited for a processor much of that time. */
  wasDelayed(): boolean;
  isOpen(): boolean;
  /** The close button: back to the view below, or away. */
  close(): Promise<void>;
  /** The X: the whole stack goes. */
  dismiss(): Promise<void>;
}

export interface Home extends Surface {}

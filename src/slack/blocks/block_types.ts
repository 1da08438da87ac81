import type { types } from '@slack/bolt';

// Bolt re-exports @slack/types, so the project needs no dependency of its own for them.
export type KnownBlock = types.KnownBlock | DataVisualization;

/** A chart in a message; @slack/types 3.2 has no type for it (docs: block list). Ours are bar charts. */
export interface DataVisualization {
  readonly type: 'data_visualization';
  readonly block_id?: string;
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      /** One for each of `categories`. */
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

export type Button = types.Button;
export type StaticSelect = types.StaticSelect;
export type PlainTextOption = types.PlainTextOption;
export type PlainTextElement = types.PlainTextElement;
export type MrkdwnElement = types.MrkdwnElement;
export type Confirm = types.Confirm;
export type ActionsElement = types.ActionsBlockElement;
/** As views hold them: blocks of future types too. */
export type AnyBlock = types.ModalView['blocks'][number];
export type HomeView = types.HomeView;
export type ModalView = types.ModalView;

/** A message as Slack gets it: `text` alone says everything (notifications, screen readers), `blocks` show it. */
export interface MessageView {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

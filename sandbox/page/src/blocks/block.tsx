import type { JSX } from 'preact';
import { type JsonObject, objectAt, textAt } from '../../../simulators/slack/json.ts';
import { Picture } from '../elements/element.tsx';
import { OutLink } from '../text/out_link.tsx';
import { RichText } from '../text/rich_text.tsx';
import { Mrkdwn, Words } from '../text/words.tsx';
import { Card, Carousel, Container } from './cards.tsx';
import { Chart } from './chart.tsx';
import { Input } from './input.tsx';
import { Plan, TaskCard } from './plan.tsx';
import { Actions, Context, Section } from './rows.tsx';
import { Table } from './tables.tsx';

export interface BlockProps {
  readonly of: JsonObject;
}

const Header = ({ of }: BlockProps) => (
  <h3 class="block-header">
    <Words of={objectAt(of, 'text')} />
  </h3>
);

const Image = ({ of }: BlockProps) => (
  <figure class="block-image">
    <figcaption>
      <Words of={objectAt(of, 'title')} />
    </figcaption>
    <Picture of={of} big />
  </figure>
);

const Alert = ({ of }: BlockProps) => {
  const level = textAt(of, 'level') || 'default';
  return (
    <div class={`alert alert-${level}`} role={level === 'error' ? 'alert' : 'status'}>
      <span class="alert-sign" aria-hidden="true">
        {ALERT_SIGNS[level] ?? 'i'}
      </span>
      <p>
        <span class="unseen">{level}: </span>
        <Words of={objectAt(of, 'text')} />
      </p>
    </div>
  );
};

const ALERT_SIGNS: Record<string, string> = { warning: '!', error: '!', success: '✓' };

/** Standard markdown, shown as mrkdwn shows it: near enough for a preview. */
const Markdown = ({ of }: BlockProps) => (
  <div class="block-section">
    <Mrkdwn text={textAt(of, 'text').replaceAll('**', '*')} />
  </div>
);

const Video = ({ of }: BlockProps) => (
  <figure class="block-image">
    <figcaption>
      <OutLink url={textAt(of, 'title_url') || textAt(of, 'video_url')}>
        <span aria-hidden="true">▶ </span>
        <Words of={objectAt(of, 'title')} />
      </OutLink>
    </figcaption>
    <img class="picture" src={textAt(of, 'thumbnail_url')} alt={textAt(of, 'alt_text')} />
  </figure>
);

const BLOCKS: Record<string, (props: BlockProps) => JSX.Element> = {
  header: Header,
  section: Section,
  divider: () => <hr class="block-divider" />,
  context: Context,
  actions: Actions,
  context_actions: Actions,
  input: Input,
  rich_text: RichText,
  image: Image,
  video: Video,
  markdown: Markdown,
  alert: Alert,
  table: Table,
  data_table: Table,
  data_visualization: Chart,
  card: Card,
  carousel: Carousel,
  container: Container,
  plan: Plan,
  task_card: TaskCard,
};

export function Block({ of }: BlockProps): JSX.Element {
  const type = textAt(of, 'type');
  const Known = BLOCKS[type];
  return Known === undefined ? <p class="unknown">A block of type “{type}”</p> : <Known of={of} />;
}

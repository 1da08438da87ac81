import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isObject, objectAt, objectsAt, textAt } from '../../../simulators/slack/json.ts';
import { ElementView, Picture } from '../elements/element.tsx';
import { RichText } from '../text/rich_text.tsx';
import { Scroll } from '../text/scroll.tsx';
import { Words } from '../text/words.tsx';
import { Block, type BlockProps } from './block.tsx';

export function Card({ of }: BlockProps): JSX.Element {
  const actions = objectsAt(of, 'actions');
  return (
    <article class="card">
      {isObject(of.hero_image) && <Picture of={of.hero_image} big />}
      <div class="card-top">
        {isObject(of.icon) && <Picture of={of.icon} />}
        <div>
          <p class="card-title">
            <Words of={objectAt(of, 'title')} />
          </p>
          <p class="card-subtitle">
            <Words of={objectAt(of, 'subtitle')} />
          </p>
        </div>
      </div>
      <div>
        <Words of={objectAt(of, 'body')} />
      </div>
      {actions.length > 0 && (
        <div class="block-actions">
          {actions.map((element) => (
            <ElementView key={textAt(element, 'action_id')} block={of} element={element} />
          ))}
        </div>
      )}
    </article>
  );
}

export const Carousel = ({ of }: BlockProps): JSX.Element => (
  <Scroll class="carousel" label="Cards">
    {objectsAt(of, 'elements').map((card, index) => (
      <Card key={index} of={card} />
    ))}
  </Scroll>
);

export function Container({ of }: BlockProps): JSX.Element {
  const [open, setOpen] = useState(of.default_collapsed !== true);
  const title = isObject(of.rich_text_title) ? (
    <RichText of={of.rich_text_title} />
  ) : (
    <Words of={objectAt(of, 'title')} />
  );
  return (
    <section class="container">
      <header>
        {of.is_collapsible === true ? (
          <button type="button" class="container-title" aria-expanded={open} onClick={() => setOpen(!open)}>
            {title}
          </button>
        ) : (
          <div class="container-title">{title}</div>
        )}
        <p class="card-subtitle">
          <Words of={objectAt(of, 'subtitle')} />
        </p>
      </header>
      {open &&
        objectsAt(of, 'child_blocks').map((block) => <Block key={textAt(block, 'block_id')} of={block} />)}
    </section>
  );
}

import type { JSX } from 'preact';
import { objectAt, textAt } from '../../../simulators/slack/json.ts';
import { Button, SmallButtons } from './button.tsx';
import { Choices } from './choices.tsx';
import { FileInput } from './file_input.tsx';
import { Picker } from './pickers.tsx';
import { RichTextInput } from './rich_text_input.tsx';
import { Overflow } from './select/overflow.tsx';
import { Select } from './select/select.tsx';
import type { ElementProps } from './surroundings.ts';
import { TextInput } from './text_input.tsx';

const FAMILIES: Record<string, (props: ElementProps) => JSX.Element> = {
  button: Button,
  workflow_button: Button,
  feedback_buttons: SmallButtons,
  icon_button: SmallButtons,
  overflow: Overflow,
  radio_buttons: Choices,
  checkboxes: Choices,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  rich_text_input: RichTextInput,
  datepicker: Picker,
  timepicker: Picker,
  datetimepicker: Picker,
  file_input: FileInput,
};

/** Any interactive element. */
export function ElementView(props: ElementProps): JSX.Element {
  const type = textAt(props.element, 'type');
  const Family = FAMILIES[type];
  if (Family !== undefined) return <Family {...props} />;
  if (type.endsWith('_select')) return <Select {...props} />;
  if (type === 'image') return <Picture of={props.element} />;
  return <span class="unknown">{type}</span>;
}

export function Picture({
  of,
  big = false,
}: {
  readonly of: ElementProps['element'];
  readonly big?: boolean;
}) {
  const url = textAt(of, 'image_url') || textAt(objectAt(of, 'slack_file'), 'url');
  return <img class={big ? 'picture' : 'thumbnail'} src={url} alt={textAt(of, 'alt_text')} />;
}

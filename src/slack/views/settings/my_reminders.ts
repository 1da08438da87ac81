import type { MyQuietHours, ReminderSettings } from '../../../usecases/reminders/reminder_settings.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { context } from '../../blocks/layout.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { Person, SubmitRequest } from '../../requests/requests.ts';
import { input, option, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { hoursBlocks, hoursFields, hoursIn, hoursWords } from './hours_fields.ts';

const WHOSE = 'whose_hours';

/** When this person is not reminded: each may choose it for themselves. */
export async function myRemindersFor(
  { usecases }: HandlerContext,
  { workspaceId, userId: actor }: Person,
): Promise<ModalView> {
  const [mine, workspace] = await Promise.all([
    usecases.readMyQuietHours({ workspaceId, actor }),
    usecases.readReminderSettings({ workspaceId }),
  ]);
  return myRemindersView(mine, workspace);
}

function myRemindersView({ quietHours, own }: MyQuietHours, workspace: ReminderSettings): ModalView {
  const asWorkspace = option('As this workspace has it', 'workspace', hoursWords(workspace.quietHours));
  const asBelow = option('My own, as below', 'own');
  return modal({ callbackId: callbackIds.myReminders, title: 'My reminders', submit: 'Save' }, [
    context(
      `Greenroom reminds you of what waits for you, but not in these hours. They are hours of your time zone in Slack, else of ${workspace.timeZone}.`,
    ),
    input(
      { block: WHOSE, label: 'Quiet hours' },
      {
        type: 'radio_buttons',
        action_id: WHOSE,
        options: [asWorkspace, asBelow],
        initial_option: own ? asBelow : asWorkspace,
      },
    ),
    ...hoursFields(quietHours),
  ]);
}

export async function submitMyReminders({ usecases }: HandlerContext, request: SubmitRequest): Promise<void> {
  const by = { workspaceId: request.person.workspaceId, actor: request.person.userId };
  const own = typedIn(request.typed, WHOSE).option === 'own';
  const { quietHours } = await usecases.readMyQuietHours(by);
  const result = await usecases.setMyQuietHours({
    ...by,
    quietHours: own ? hoursIn(request.typed, quietHours) : null,
  });
  if (result.ok) return request.answer({ kind: 'close' });
  await request.answer({ kind: 'errors', errors: { [hoursBlocks.from]: 'Choose whole hours.' } });
}

import type { KnownBlock, ModalView } from '../blocks/block_types.ts';
import { button, plain } from '../blocks/elements.ts';
import { viewBlocks } from '../blocks/fit.ts';
import { limits } from '../blocks/limits.ts';
import { cut } from '../blocks/text.ts';
import { modalActionIds } from './view_ids.ts';
import { type ModalState, metadataOf } from './view_metadata.ts';

const ALERT_TEXT = 200;

export interface Frame {
  readonly callbackId: string;
  readonly title: string;
  /** Without it the modal has no submit button. */
  readonly submit?: string;
  readonly close?: string;
  readonly state?: ModalState;
  /** Slack notifies us when it is closed (`notify_on_close`), so that sealed secrets are destroyed. */
  readonly notifyOnClose?: boolean;
}

export function modal(frame: Frame, blocks: readonly KnownBlock[]): ModalView {
  return {
    type: 'modal',
    callback_id: frame.callbackId,
    title: plain(frame.title, limits.view.title),
    close: plain(frame.close ?? 'Cancel', limits.view.title),
    ...(frame.submit === undefined ? {} : { submit: plain(frame.submit, limits.view.title) }),
    ...(frame.state === undefined ? {} : { private_metadata: metadataOf(frame.state) }),
    ...(frame.notifyOnClose === true ? { notify_on_close: true } : {}),
    blocks: viewBlocks(blocks),
  };
}

export interface Banner {
  readonly level: 'info' | 'warning' | 'error' | 'success';
  /** Plain text. Alerts hold 200 characters; more goes into `lines`. */
  readonly text: string;
  /** In mrkdwn. */
  readonly lines?: readonly string[];
  /** Near the button that was pressed: an update does not scroll the modal, so a banner at the top could be out of view. */
  readonly place?: 'below_fields';
}

/** What a modal has to say above its fields; exists in modals only. */
export function alert({ level, text }: Banner): KnownBlock {
  return { type: 'alert', level, text: { type: 'plain_text', text: cut(text, ALERT_TEXT) } };
}

export function backButton(): KnownBlock {
  return {
    type: 'actions',
    block_id: 'back',
    elements: [button('Back', modalActionIds.back, '')],
  };
}

/** The loading view, for work that may take longer than Slack waits. */
export function waiting(title: string, text: string): ModalView {
  return {
    type: 'modal',
    title: plain(title, limits.view.title),
    close: plain('Close', limits.view.title),
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `:hourglass_flowing_sand: ${text}` } }],
  };
}

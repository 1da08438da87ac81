import type { Draft, ZoomAppLine } from '../../core/zoom_app.ts';
import type { HomeView } from '../blocks/block_types.ts';
import type { Asked, Board } from '../messages/shown.ts';

export interface HomeContents {
  readonly board: Board;
  /** The zoom apps `me` owns; without it, those on this page of the board. */
  readonly mine?: readonly ZoomAppLine[];
  readonly draft: Draft | null;
  readonly me: string;
  readonly asked?: Asked;
  readonly now: Date;
}

/** App Home: the draft to resume, my Zoom apps, then all of them. */
export function homeView(contents: HomeContents): HomeView {
  void contents;
  return { type: 'home', blocks: [] };
}

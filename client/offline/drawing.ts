import type { Scheme } from '../look/palette.ts';
import type { Emphasis } from '../scene/scene-model.ts';
import { Stage } from '../scene/stage.ts';
import type { Selected } from './details.ts';
import { element } from './element.ts';
import type { PageData } from './page-data.ts';
import { words } from './words.ts';

const PAN = 60;

export interface Drawing {
  element: HTMLElement;
  /** To be called once the element is in the page. */
  begin(): void;
  show(selected: Selected | null, look: boolean): void;
  setScheme(scheme: Scheme): void;
}

/** The drawing, with its buttons and keys; where it cannot be drawn, a message and a way to try again. */
export function drawing(
  data: PageData,
  scheme: Scheme,
  select: (selected: Selected | null) => void,
): Drawing {
  const room = element('section', {
    class: 'stage',
    tabindex: '0',
    'aria-label': words.drawing,
    'aria-description': words.keys,
  });
  const trouble = element('div', { class: 'trouble', role: 'alert', hidden: true });
  let stage: Stage | null = null;
  let current = scheme;
  let shown: Selected | null = null;

  const fail = (reason: string) => {
    stage?.kill();
    stage = null;
    room.replaceChildren();
    trouble.replaceChildren(
      element('p', {}, reason),
      element('button', { type: 'button', onclick: () => begin() }, words.drawAgain),
    );
    trouble.hidden = false;
  };
  const begin = () => {
    trouble.hidden = true;
    try {
      stage = new Stage(
        room,
        current,
        () => ({
          onNodeClick: (id) => select({ kind: 'node', id }),
          onRelationshipClick: (id) => select({ kind: 'link', id }),
          onBackgroundClick: () => select(null),
        }),
        () => fail(words.stopped),
      );
      stage.setGraph(data.scene);
      stage.setEmphasis(emphasisOf(data, shown));
      if (data.camera) stage.camera.showBox(data.camera);
    } catch {
      fail(words.noDrawing);
    }
  };
  room.addEventListener('keydown', (event) => {
    if (stage && !event.ctrlKey && !event.metaKey && !event.altKey && steer(stage, event.key))
      event.preventDefault();
  });
  const button = (sign: string, label: string, act: (stage: Stage) => void) =>
    element(
      'button',
      { type: 'button', 'aria-label': label, title: label, onclick: () => stage && act(stage) },
      sign,
    );
  return {
    element: element(
      'div',
      { class: 'drawing' },
      room,
      trouble,
      element(
        'div',
        { class: 'zoom' },
        button('+', words.zoomIn, (on) => on.camera.zoom('in')),
        button('−', words.zoomOut, (on) => on.camera.zoom('out')),
        button('⤢', words.fit, (on) => on.camera.fit(true)),
      ),
    ),
    begin,
    show(selected, look) {
      shown = selected;
      stage?.setEmphasis(emphasisOf(data, selected));
      if (selected && look) stage?.show([selected.id]);
    },
    setScheme(next) {
      current = next;
      stage?.setScheme(next, data.scene);
    },
  };
}

function emphasisOf({ path }: PageData, selected: Selected | null): Emphasis {
  return {
    selectedNode: selected?.kind === 'node' ? selected.id : undefined,
    selectedRelationship: selected?.kind === 'link' ? selected.id : undefined,
    path: path ?? undefined,
  };
}

function steer(stage: Stage, key: string): boolean {
  if (key === 'ArrowLeft') stage.camera.pan(-PAN, 0);
  else if (key === 'ArrowRight') stage.camera.pan(PAN, 0);
  else if (key === 'ArrowUp') stage.camera.pan(0, -PAN);
  else if (key === 'ArrowDown') stage.camera.pan(0, PAN);
  else if (key === '+' || key === '=') stage.camera.zoom('in');
  else if (key === '-') stage.camera.zoom('out');
  else if (key === '0') stage.camera.fit(true);
  else return false;
  return true;
}

import type { StageHandle } from '../../scene/scene-model.ts';

declare global {
  interface Window {
    /** For browser tests, which have to know where on the screen a node is drawn. */
    __throughline?: { readonly stage: StageHandle | null };
  }
}

let current: StageHandle | null = null;

/** The drawing, for acts that move the camera or make an image; null while nothing is drawn. */
export function stage(): StageHandle | null {
  return current;
}

export function setStage(handle: StageHandle | null): void {
  current = handle;
}

export function exposeStageToTests(): void {
  window.__throughline = {
    get stage() {
      return current;
    },
  };
}

import { useScreen } from '../screen-store.ts';
import { useWorkspace } from '../use-workspace.ts';

/** Whether there is anything to show at the right. */
export function useHasRight(): boolean {
  const selection = useWorkspace((state) => state.selection);
  const reading = useScreen((screen) => screen.reading);
  const lit = useScreen((screen) => screen.lit);
  return selection !== null || reading !== null || lit !== null;
}

import { useState } from 'react';
import { plainDetail } from '../../api/api-problem.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Makes and saves a file, and says what came of it. */
export function useSaving() {
  const [busy, setBusy] = useState(false);
  const say = useScreen((screen) => screen.say);
  const announce = useScreen((screen) => screen.announce);
  const save = async (make: () => Promise<string>) => {
    setBusy(true);
    say(null);
    try {
      announce(text.export.saved(await make()));
    } catch (error) {
      say(text.export.failed(plainDetail(error)));
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}
